using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Contracts.Forms;
using Modular.Host.Tests;
using Modular.Sites;

namespace Modular.Browser.Tests;

/// <summary>A worker's whole work on one situation, in each site's own forms, with JavaScript and without.</summary>
[TestClass]
public sealed class SituationOfEachSite
{
    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartWithSitesAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    [DataRow("loire", true)]
    [DataRow("loire", false)]
    [DataRow("haute-marne", true)]
    [DataRow("haute-marne", false)]
    [DataRow("pantin", true)]
    [DataRow("pantin", false)]
    [DataRow("dunkerque", true)]
    [DataRow("dunkerque", false)]
    public async Task Is_received_corrected_saved_found_again_followed_and_closed(string id, bool javaScript)
    {
        var site = s_host.Services.GetRequiredService<ISiteCatalogue>().Find(id)!;
        var today = site.Today(TimeProvider.System);
        var name = "Zwyx" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsLetter));
        await using var visit = await Visit.BeginAsync(s_host, javaScript: javaScript);
        var (page, pen) = (visit.Page, new Pen(visit.Page, javaScript));
        await visit.SignInByPasswordAsync(Role.Worker, id);

        // A branch opened by a condition.
        await page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle situation" }).First.ClickAsync();
        await Assertions.Expect(pen.Field("violence_forms")).ToBeHiddenAsync();
        await pen.ChooseAsync("problem", site.Definition.Vif[0]);
        await Assertions.Expect(pen.Field("violence_forms")).ToBeVisibleAsync();

        // An error, and its correction: what was typed is still there.
        await pen.ChooseAsync("station", site.Definition.Stations[0].Id);
        await pen.TypeAsync("safe_phone", "06 39 98 00 01");
        await pen.TypeAsync("safe_hours", "mardi, 9 h à 11 h");
        await pen.TypeAsync("person.last_name", name);
        await pen.TypeAsync("referred_on", Iso(today.AddDays(1)));
        await pen.PressAsync("Enregistrer la situation");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[id=referred_on]")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.AreEqual(name, await page.Locator("[id=\"person.last_name\"]").InputValueAsync());
        await LookAsync(visit, javaScript, $"{id}-erreur");
        await pen.TypeAsync("referred_on", Iso(today));
        foreach (var field in site.Forms["situation"].Fields.Where(field => field is { Needed: Need.ToClose, Kind: FieldKind.OneOf } && field.Id != "problem"))
        {
            if (await pen.Field(field.Id).IsVisibleAsync())
            {
                await pen.ChooseAsync(field.Id, site.Definition.Codes[field.Codes!][0].Value);
            }
        }

        await pen.PressAsync("Enregistrer la situation");
        await Assertions.Expect(page.GetByText("La situation est enregistrée.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("mardi, 9 h à 11 h").First).ToBeVisibleAsync();
        Assert.DoesNotContain(name, page.Url + await page.TitleAsync(), "A name stands neither in an address nor in a title.");
        var fiche = new Uri(page.Url).AbsolutePath;
        await LookAsync(visit, javaScript, $"{id}-fiche");

        // Found again by its name, which the address does not show.
        await visit.GoAsync("/situations");
        await page.GetByLabel("Numéro, nom ou téléphone").FillAsync(name);
        await pen.PressAsync("Rechercher");
        await Assertions.Expect(page.GetByText("1 situation trouvée")).ToBeVisibleAsync();
        Assert.DoesNotContain(name, page.Url);
        await page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).ClickAsync();
        Assert.AreEqual(fiche, new Uri(page.Url).AbsolutePath);

        // A contact with an orientation.
        await page.GetByRole(AriaRole.Link, new() { Name = "Ajouter un entretien" }).ClickAsync();
        await pen.TypeAsync("on", Iso(today));
        await pen.ChooseAsync("kind", "telephone");
        await pen.ChooseAsync("reached", "yes");
        await Assertions.Expect(pen.Field("acts")).ToBeVisibleAsync();
        await pen.TypeAsync("duration", "25");
        await pen.ChooseAsync("orientations[0].partner", site.Definition.Codes["partner"][0].Value);
        await LookAsync(visit, javaScript, $"{id}-entretien");
        await pen.PressAsync("Enregistrer l’entretien");
        await Assertions.Expect(page.GetByText("L’entretien est enregistré.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(site.Definition.Codes["partner"][0].Label).First).ToBeVisibleAsync();

        // Closed.
        await page.GetByRole(AriaRole.Link, new() { Name = "Clore" }).ClickAsync();
        await pen.TypeAsync("closed_on", Iso(today));
        await pen.ChooseAsync("reason", site.Definition.Codes["closing_reason"].First(reason => reason.Value != "relais_passe").Value);
        await LookAsync(visit, javaScript, $"{id}-cloture");
        await pen.PressAsync("Clore la situation");
        await Assertions.Expect(page.GetByText("La situation est close.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("close le ").First).ToBeVisibleAsync();

        Assert.IsEmpty(visit.Foreign);
        Assert.IsEmpty(visit.Complaints, string.Join('\n', visit.Complaints));
    }

    /// <summary>Each kind of page, in each of its states, passes axe and fits; the pictures are for whoever wants to look.</summary>
    private static async Task LookAsync(Visit visit, bool javaScript, string name)
    {
        if (!javaScript)
        {
            return;
        }

        foreach (var screen in (Screen[])[Screen.TelephoneAtNight, Screen.Desk])
        {
            await visit.LookOnAsync(screen);
            var broken = await visit.BrokenRulesAsync();
            Assert.IsEmpty(broken, $"{name} {screen.Name}: {string.Join('\n', broken)}");
            Assert.IsLessThanOrEqualTo(0, await visit.OverflowAsync(), $"{name} {screen.Name} sticks out");
            await visit.PictureAsync($"situation-{name}-{screen.Name}");
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
