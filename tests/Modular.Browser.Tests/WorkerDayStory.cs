using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Modular.Access;
using Modular.Access.Accounts;
using Modular.Browser.Tests.Harness;
using Modular.Host.Tests;
using Modular.Intake.Exchange;
using Modular.Sites;
using Modular.Storage;
using Modular.Tests;

namespace Modular.Browser.Tests;

/// <summary>
/// From signing in to closing, on each site's own form, with and without JavaScript; then what the others see of it: a number, and nothing else.
/// </summary>
/// <param name="host">Where it is lived; <see cref="PrepareAsync"/> comes first.</param>
internal sealed class WorkerDayStory(HostUnderTest host)
{
    private const string Password = "Une phrase assez longue pour un essai";
    private const int Before = 20;

    private IReadOnlyList<LoadedSite> Sites => host.Services.GetRequiredService<ISiteCatalogue>().Active;

    /// <summary>A worker for each of these sites, and some situations.</summary>
    public async Task PrepareAsync(params string[] lived)
    {
        var accounts = host.Services.GetRequiredService<AccountService>();
        foreach (var site in Sites.Where(site => lived.Contains(site.Id)))
        {
            await accounts.CreateAsync(new AccountRequest($"intervenant.{site.Id}", Role.Worker, [site.Id], null), Password, by: null);
            var table = Path.Combine(host.DataFolder, $"{site.Id}.csv");
            await File.WriteAllTextAsync(
                table,
                "referred_on;station\n" + string.Concat(
                    Enumerable.Repeat($"2024-05-06;{site.Definition.Stations[0].Id}\n2025-05-06;{site.Definition.Stations[0].Id}\n", Before)));
            Assert.AreEqual(2 * Before, (await host.Services.GetRequiredService<SituationImport>().RunAsync(site, table, dryRun: false)).Added);
        }
    }

    public async Task RunAsync(string siteId, bool javaScript)
    {
        var site = Sites.First(active => active.Id == siteId);
        // Each run has a year and a name of its own: the tests go on side by side.
        var (year, name) = javaScript ? (2025, $"Exempligrandis{siteId.Length}js") : (2024, $"Exempligrandis{siteId.Length}sans");
        await using var visit = await Visit.BeginAsync(host, javaScript: javaScript);
        var page = visit.Page;

        await visit.GoAsync("/connexion");
        await page.FillAsync("#login", $"intervenant.{siteId}");
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main button.button");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle situation" }).First.ClickAsync();

        await OpenSituationAsync(visit, site, name, year, javaScript);
        var address = new Uri(page.Url).AbsolutePath;
        var number = (await page.Locator("h1").InnerTextAsync()).Split(' ')[1];
        Assert.DoesNotContain(name, await page.TitleAsync());
        await AccessibleAsync(visit);

        await visit.GoAsync("/situations");
        await page.FillAsync("#recherche", name.ToUpperInvariant());
        await page.ClickAsync("text=Rechercher");
        Assert.DoesNotContain(name, page.Url, "No name in an address.");
        await page.GetByRole(AriaRole.Link, new() { Name = number, Exact = true }).ClickAsync();

        await AddContactAsync(visit, year);
        await CompleteAndCloseAsync(visit, address, year);

        Assert.AreEqual(Before + 1, await CountedAsync(siteId, year));
        await UnreachableAsync(siteId, address);
        Assert.IsEmpty(FolderBytes.FilesThatTell(host.DataFolder, name), "No byte of the data folder tells the name.");
        var copy = Directory.CreateDirectory(Path.Combine(host.DataFolder, $"copy-{name}")).FullName;
        await host.Services.GetRequiredService<IDatabase>().CopyAsync(copy, CancellationToken.None);
        Assert.IsEmpty(FolderBytes.FilesThatTell(copy, name), "Nor of what is stored elsewhere.");
        Assert.IsEmpty(visit.Foreign);
        Assert.IsEmpty(visit.Complaints, string.Join('\n', visit.Complaints));
    }

    private static async Task OpenSituationAsync(Visit visit, LoadedSite site, string name, int year, bool javaScript)
    {
        var page = visit.Page;
        await page.FillAsync("#safe_phone", "06 39 98 00 01");
        await page.FillAsync("[id='person.last_name']", name);
        await page.FillAsync(
            "#referred_on", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await ChooseAsync(page, "station", site.Definition.Stations[0].Id);

        var branch = page.Locator("[data-field=violence_forms]");
        await Assertions.Expect(branch).ToBeHiddenAsync();
        await ChooseAsync(page, "problem", "violences_conjugales");
        if (!javaScript)
        {
            await page.Locator("[data-field=problem]").GetByRole(AriaRole.Button, new() { Name = "Afficher les questions" }).ClickAsync();
        }

        await Assertions.Expect(branch).ToBeVisibleAsync();
        await page.CheckAsync("#violence_forms-physiques");
        await page.ClickAsync("text=Enregistrer la situation");

        await Assertions.Expect(page.Locator(".error-summary a[href='#referred_on']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#referred_on-error")).ToContainTextAsync("avenir");
        Assert.AreEqual(name, await page.InputValueAsync("[id='person.last_name']"), "What was typed is kept.");
        Assert.IsTrue(await page.IsCheckedAsync("#violence_forms-physiques"));
        await AccessibleAsync(visit);

        await page.FillAsync("#referred_on", $"{year}-11-03");
        await page.ClickAsync("text=Enregistrer la situation");
        await Assertions.Expect(page.Locator(".notice-done")).ToContainTextAsync("enregistrée");
        await Assertions.Expect(page.Locator(".safe-contact")).ToContainTextAsync("06 39 98 00 01");
    }

    private static async Task AddContactAsync(Visit visit, int year)
    {
        var page = visit.Page;
        await page.ClickAsync("text=Ajouter un entretien");
        await page.FillAsync("#on", $"{year}-11-04");
        await ChooseAsync(page, "kind", "telephone");
        await ChooseAsync(page, "reached", "yes");
        await page.SelectOptionAsync("[id='orientations[0].partner']", new SelectOptionValue { Index = 1 });
        await page.ClickAsync("text=Ajouter une ligne");
        await page.SelectOptionAsync("[id='orientations[1].partner']", new SelectOptionValue { Index = 2 });
        await AccessibleAsync(visit);
        await page.ClickAsync("text=Enregistrer l’entretien");
        await Assertions.Expect(page.Locator(".notice-done")).ToContainTextAsync("entretien");
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync($"4 novembre {year}");
    }

    private static async Task CompleteAndCloseAsync(Visit visit, string address, int year)
    {
        var page = visit.Page;
        await visit.GoAsync(address + "/cloture");
        var missing = await page.Locator(".needs a").EvaluateAllAsync<string[]>("links => links.map(link => link.hash.slice(1))");
        Assert.IsNotEmpty(missing, "The fiche lacks answers that closing needs, and says so.");

        await visit.GoAsync(address + "/modifier");
        foreach (var field in missing)
        {
            await ChooseAsync(page, field, null);
        }

        await page.ClickAsync("text=Enregistrer la fiche");
        await page.GetByRole(AriaRole.Link, new() { Name = "Clore", Exact = true }).ClickAsync();
        await page.FillAsync("#closed_on", $"{year}-12-01");
        await ChooseAsync(page, "reason", "fin_intervention");
        await page.ClickAsync("button:has-text('Clore la situation')");
        await Assertions.Expect(page.Locator(".lede").First).ToContainTextAsync($"close le 1er décembre {year}");
        await AccessibleAsync(visit);
    }

    /// <summary>Answers a question of one choice, whether it stands as a list or as buttons; null: the first choice.</summary>
    private static async Task ChooseAsync(IPage page, string field, string? code)
    {
        if (await page.Locator($"select[id='{field}']").CountAsync() > 0)
        {
            await page.SelectOptionAsync($"select[id='{field}']", code is null ? new SelectOptionValue { Index = 1 } : new SelectOptionValue { Value = code });
        }
        else
        {
            await (code is null ? page.Locator($"input[type=radio][name='{field}']").First : page.Locator($"[id='{field}-{code}']")).CheckAsync();
        }
    }

    private static async Task AccessibleAsync(Visit visit)
    {
        // axe is a script: without JavaScript the same markup was looked at with it.
        if (visit.HasScript)
        {
            Assert.IsEmpty(await visit.BrokenRulesAsync());
        }
    }

    private async Task<int> CountedAsync(string site, int year)
    {
        using var coordinator = host.SignedIn(Role.Coordinator, site);
        using var report = JsonDocument.Parse(await coordinator.GetStringAsync(new Uri($"/bilans/{site}/annuel?periode={year}&format=json", UriKind.Relative)));
        return report.RootElement.GetProperty("figures").GetProperty("situations").GetProperty("value").GetInt32();
    }

    private async Task UnreachableAsync(string site, string address)
    {
        var elsewhere = site == "loire" ? "pantin" : "loire";
        foreach (var client in (HttpClient[])[host.SignedIn(Role.Coordinator, site), host.SignedIn(Role.Administrator), host.SignedIn(Role.DataProtectionOfficer), host.SignedIn(Role.Worker, elsewhere)])
        {
            using (client)
            {
                foreach (var page in (string[])[address, address + "/modifier", address + "/entretiens", address + "/cloture"])
                {
                    var read = await client.GetAsync(new Uri(page, UriKind.Relative));
                    Assert.AreEqual(403, (int)read.StatusCode, page);
                    // The token of a page they may open: the post is crafted, not merely unsigned.
                    var write = await client.PostAsync(
                        "/aide", [("_action", "save"), ("_id", Guid.NewGuid().ToString()), ("closed_on", "2025-12-02"), ("reason", "sans_suite")], page);
                    Assert.AreEqual(403, (int)write.StatusCode, page);
                }
            }
        }
    }
}
