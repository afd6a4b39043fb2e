using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Host.Tests;
using Modular.Sites;

namespace Modular.Browser.Tests;

/// <summary>The pages that a situation has, in each site's own forms and in each of their states.</summary>
[TestClass]
public sealed class SituationPages
{
    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartWithSitesAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    [DataRow("loire")]
    [DataRow("haute-marne")]
    [DataRow("pantin")]
    [DataRow("dunkerque")]
    public async Task Are_accessible_and_fit_every_screen(string id)
    {
        var site = s_host.Services.GetRequiredService<ISiteCatalogue>().Find(id)!;
        var today = Iso(site.Today(TimeProvider.System));
        await using var visit = await Visit.BeginAsync(s_host);
        var (page, pen) = (visit.Page, new Pen(visit.Page));
        await visit.SignInAsync(Role.Worker, id);

        await visit.GoAsync("/situations/nouvelle");
        await LookAsync(visit, $"{id}-nouvelle");
        await pen.ChooseAsync("problem", site.Definition.Vif[0]);
        await Assertions.Expect(pen.Field("violence_forms")).ToBeVisibleAsync();
        await pen.ChooseAsync("station", site.Definition.Stations[0].Id);
        await pen.TypeAsync("safe_phone", "06 39 98 00 01");
        await pen.TypeAsync("referred_on", "2099-01-01");
        await pen.PressAsync("Enregistrer la situation");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await LookAsync(visit, $"{id}-erreur");

        await pen.TypeAsync("referred_on", today);
        await pen.PressAsync("Enregistrer la situation");
        await Assertions.Expect(page.GetByText("La situation est enregistrée.")).ToBeVisibleAsync();
        var fiche = new Uri(page.Url).AbsolutePath;

        await visit.GoAsync(fiche + "/entretiens");
        await pen.TypeAsync("on", today);
        await pen.ChooseAsync("kind", "telephone");
        await pen.ChooseAsync("reached", "yes");
        await Assertions.Expect(pen.Field("acts")).ToBeVisibleAsync();
        await pen.ChooseAsync("orientations[0].partner", site.Definition.Codes["partner"][0].Value);
        await LookAsync(visit, $"{id}-entretien");
        await pen.PressAsync("Enregistrer l’entretien");
        await Assertions.Expect(page.GetByText("L’entretien est enregistré.")).ToBeVisibleAsync();
        await LookAsync(visit, $"{id}-fiche");

        foreach (var step in (string[])["modifier", "cloture", .. site.Forms.ContainsKey("danger") ? ["danger"] : Array.Empty<string>()])
        {
            Assert.AreEqual(200, await visit.GoAsync($"{fiche}/{step}"), step);
            await LookAsync(visit, $"{id}-{step}");
        }

        Assert.IsEmpty(visit.Foreign);
        Assert.IsEmpty(visit.Complaints, string.Join('\n', visit.Complaints));
    }

    [TestMethod]
    public async Task Back_after_saving_leads_to_what_was_saved_and_not_to_a_second_one()
    {
        await using var visit = await Visit.BeginAsync(s_host);
        var page = visit.Page;
        var saved = await SavedFromMyDayAsync(visit, "Dupont-Essai");

        await page.GoBackAsync();

        Assert.AreEqual(saved, page.Url);
        await Assertions.Expect(page.GetByText("Cette situation est déjà enregistrée")).ToBeVisibleAsync();
    }

    /// <summary>A browser that filled in again what had been typed would make a second situation of it.</summary>
    [TestMethod]
    public async Task Back_after_saving_without_JavaScript_leads_to_an_empty_form()
    {
        await using var visit = await Visit.BeginAsync(s_host, javaScript: false);
        var page = visit.Page;
        await SavedFromMyDayAsync(visit, "Dupont-Essai");

        await page.GoBackAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nouvelle situation" })).ToBeVisibleAsync();
        Assert.AreEqual("", await page.InputValueAsync("[name='person.last_name']"));
    }

    /// <returns>The address of the situation.</returns>
    private static async Task<string> SavedFromMyDayAsync(Visit visit, string name)
    {
        var (page, pen) = (visit.Page, new Pen(visit.Page));
        await visit.SignInAsync(Role.Worker, "dunkerque");
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle situation" }).First.ClickAsync();
        await pen.TypeAsync("referred_on", Iso(s_host.Services.GetRequiredService<ISiteCatalogue>().Find("dunkerque")!.Today(TimeProvider.System)));
        await pen.TypeAsync("person.last_name", name);
        await pen.PressAsync("Enregistrer la situation");
        await Assertions.Expect(page.GetByText("La situation est enregistrée.")).ToBeVisibleAsync();
        return page.Url;
    }

    private static async Task LookAsync(Visit visit, string name)
    {
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
