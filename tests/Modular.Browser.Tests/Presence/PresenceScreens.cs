using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Host.Composition;
using Modular.Host.Tests;
using Modular.Presence;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using Modular.Sites;

namespace Modular.Browser.Tests.Presence;

/// <summary>The presence with something in it: every state, a long name, a conflict, cover that breaks.</summary>
[TestClass]
public sealed class PresenceScreens
{
    [TestMethod]
    public async Task Week_full_of_events_is_accessible_and_fits_every_screen()
    {
        await using var host = await HostUnderTest.StartAsync(options => options with
        {
            PluginsFolder = Path.Combine(Configuration.Home, "plugins"),
            Services = services => services.AddSingleton<TimeProvider>(new FridayNoon()),
        });
        await FillAsync(host);
        await using var visit = await Visit.BeginAsync(host);
        await visit.SignInAsync(Role.Coordinator, "haute-marne", "loire");

        var faults = new List<string>();
        foreach (var (name, address) in Pages)
        {
            Assert.AreEqual(200, await visit.GoAsync(address), address);
            foreach (var screen in (Screen[])[Screen.Desk, Screen.TelephoneAtNight])
            {
                await visit.LookOnAsync(screen);
                faults.AddRange((await visit.BrokenRulesAsync()).Select(rule => $"{address} {screen.Name} {rule}"));
                await visit.PictureAsync($"presence-{name}-{screen.Name}");
            }

            foreach (var width in (int[])[1366, 683, 390, 320])
            {
                await visit.Page.SetViewportSizeAsync(width, 768);
                if (await visit.OverflowAsync() is > 0 and var over)
                {
                    faults.Add($"{address} sticks out by {over} px at {width} px");
                }
            }
        }

        Assert.IsEmpty(faults, string.Join('\n', faults));
        Assert.IsEmpty(visit.Foreign);
        Assert.IsEmpty(visit.Complaints);
    }

    [TestMethod]
    public async Task Half_day_is_replaced_without_JavaScript()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        await using var visit = await Visit.BeginAsync(host, javaScript: false);
        await visit.SignInAsync(Role.Coordinator, "haute-marne");

        await visit.GoAsync("/presence?semaine=2027-W48&site=haute-marne");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "mardi 30 novembre, matin, " }).First.ClickAsync();
        await visit.Page.GetByText("Elle est remplacée").ClickAsync();
        await visit.Page.GetByLabel("Ou par quelqu’un d’autre").FillAsync("Camille Exemple");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Enregistrer le remplacement" }).ClickAsync();

        Assert.Contains("Le remplacement est enregistré.", await visit.Page.ContentAsync());
        Assert.IsTrue(await visit.Page.GetByText("par Camille Exemple").IsVisibleAsync());
    }

    private static IEnumerable<(string Name, string Address)> Pages =>
    [
        ("haute-marne", "/presence?semaine=2026-W48&site=haute-marne"),
        ("ferie", "/presence?semaine=2026-W53&site=haute-marne"),
        ("loire", "/presence?semaine=2026-W49&site=loire"),
        ("permanence", $"/presence/permanence?id={Uri.EscapeDataString(Id("poste-1/saint-dizier/2026-11-23/morning"))}"),
        ("ajouter", "/presence/ajouter?site=haute-marne&semaine=2026-W48"),
        ("postes", "/presence/postes?site=haute-marne"),
        ("affiche", "/presence/haute-marne/affiche"),
        ("carte", "/presence/loire/carte"),
    ];

    private static async Task FillAsync(HostUnderTest host)
    {
        var sites = host.Services.GetRequiredService<ISiteCatalogue>();
        var site = sites.Find("haute-marne")!;
        var loire = sites.Find("loire")!;
        var outcomes = host.Services.GetRequiredService<OutcomeService>();
        var posts = host.Services.GetRequiredService<StaffingService>();
        OutcomeRequest Of(string id) => new(site, OccurrenceId.TryParse(Id(id), out var read) ? read : throw new FormatException(id), 0, Guid.Empty);

        Refusal?[] refusals =
        [
            await outcomes.HoldAsync(Of("poste-2/chaumont/2026-11-23/morning")),
            await outcomes.ReplaceAsync(Of("poste-1/saint-dizier/2026-11-23/morning"), "poste-3", null),
            await outcomes.ReplaceAsync(
                Of("poste-1/saint-dizier/2026-11-23/afternoon"), null, "Camille Marie-Charlotte d’Exemple de la Bretonnière-Exemplaire du Val"),
            await outcomes.SkipAsync(Of("poste-2/chaumont/2026-11-24/morning"), "meeting"),
            await outcomes.UncoverAsync(Of("poste-3/andelot/2026-11-27/afternoon"), "illness"),
            await outcomes.MoveAsync(
                Of("poste-1/saint-dizier/2026-11-27/morning"), new DateOnly(2026, 11, 28), null, new(new TimeOnly(10, 0), new TimeOnly(11, 30))),
            await posts.NameAsync(site, "poste-1", "Dominique Exemple", new DateOnly(2026, 1, 1)),
            await posts.AbsentAsync(site, "poste-3", new DateOnly(2026, 12, 28), new DateOnly(2026, 12, 31), "leave"),
            await posts.AbsentAsync(loire, "poste-gendarmerie", new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 2), "illness"),
            await posts.AbsentAsync(loire, "poste-roanne", new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 6), "leave"),
        ];
        Assert.IsEmpty(refusals.OfType<Refusal>(), string.Join('\n', refusals.OfType<Refusal>()));
    }

    private static string Id(string rest) => $"haute-marne/{rest}";

    private sealed class FridayNoon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 27, 11, 0, 0, TimeSpan.Zero);
    }
}
