using System.Net;
using System.Text.Json;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;
using Modular.Benchmarks.Trials;

namespace Modular.Product.Tests.Serving;

/// <summary><c>serve --demo</c>, as a process.</summary>
[TestClass]
public sealed class DemoTests
{
    private const string Says = "Toutes les personnes sont inventées";

    [TestMethod]
    public async Task An_empty_folder_is_filled_and_one_line_says_where_to_go_and_every_account_shown_signs_in()
    {
        using var plugins = new Plugins();
        plugins.Add("Dunkerque");
        using var host = new ModularHost(plugins.Folder);
        await using var served = await host.ServeAsync("--demo");

        var line = await served.PrintedAsync(line => line.StartsWith("Open", StringComparison.Ordinal));
        Assert.AreEqual($"Open {served.Address.ToString().TrimEnd('/')}: one site with invented people. The accounts are on the sign-in page.", line);

        var accounts = await DemoSignIn.ShownAsync(served.Address);
        CollectionAssert.AreEqual(
            new[] { "intervenant.dunkerque", "coordination", "administration", "dpo" }, accounts.Select(account => account.Login).ToList());
        foreach (var account in accounts)
        {
            using var visitor = await Visitor.SignedInAsync(served.Address, account);
            foreach (var page in (string[])["/", "/situations", "/presence", "/bilans", "/journal", "/administration/sites", "/administration/comptes", "/aide"])
            {
                using var answer = await visitor.GetAsync(page);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    Assert.Contains(Says, await answer.Content.ReadAsStringAsync(), $"{account.Login} {page}");
                }
            }
        }

        using var worker = await Visitor.SignedInAsync(served.Address, accounts[0]);
        Assert.Contains("/situations/", await worker.ReadAsync("/situations"));
    }

    [TestMethod]
    public async Task A_site_dropped_into_it_is_left_alone_and_a_second_start_leaves_everything_as_it_is()
    {
        using var plugins = new Plugins();
        plugins.Add("Dunkerque");
        using var host = new ModularHost(plugins.Folder);
        await using (var served = await host.ServeAsync("--demo"))
        {
            await host.RunAsync(["site", "new", "saint-omer", "--name", "Saint-Omer", "--into", plugins.Folder]);
            using var administrator = await Visitor.SignedInAsync(served.Address, DemoSignIn.Account("administration"));
            await Until.TrueAsync(
                async () => (await administrator.ReadAsync("/administration/sites")).Contains("Saint-Omer", StringComparison.Ordinal), "the new site");
            await Until.TrueAsync(async () => (await StatesAsync(host, "dunkerque")).Contains("held"), "the demonstration's half-days");
            Assert.HasCount(4, await DemoSignIn.ShownAsync(served.Address));
        }

        var filled = await SituationsAsync(host, "dunkerque");
        var remembered = await File.ReadAllTextAsync(Path.Combine(host.DataFolder, "demo.json"));
        Assert.IsGreaterThan(100, filled);
        // Without the word too: the people in the folder are as invented as before.
        foreach (var words in (string[][])[["--demo"], []])
        {
            await using var again = await host.ServeAsync(words);
            using var visitor = new Visitor(again.Address);
            Assert.Contains(Says, await visitor.ReadAsync("/connexion"));
            Assert.HasCount(4, await DemoSignIn.ShownAsync(again.Address));
        }

        Assert.AreEqual(filled, await SituationsAsync(host, "dunkerque"));
        Assert.AreEqual(remembered, await File.ReadAllTextAsync(Path.Combine(host.DataFolder, "demo.json")));
        Assert.AreEqual(0, await SituationsAsync(host, "saint-omer"));
        CollectionAssert.AreEqual(new[] { "planned" }, (await StatesAsync(host, "saint-omer")).Where(state => state != "holiday").ToList());
    }

    [TestMethod]
    public async Task A_filling_that_was_cut_off_is_called_invented_and_is_finished_without_doubling_anybody()
    {
        using var plugins = new Plugins();
        plugins.Add("Dunkerque");
        using var host = new ModularHost(plugins.Folder);
        // As a kill leaves it: the first site's people are there and one account, the others are not.
        var table = Path.Combine(host.DataFolder, "situations.csv");
        await YearOfSituations.WriteAsync(table, 12, YearOfSituations.Year);
        await host.RunAsync(["situations", "import", YearOfSituations.Site, table]);
        var first = DemoSignIn.Account("administration");
        string[] added = ["user", "add", first.Login, "--role", "admin", "--email", "administration@exemple.invalid", "--password-stdin"];
        await host.RunAsync(added, first.Password + "\n");
        string[] logins = ["intervenant.dunkerque", "coordination", "administration", "dpo"];
        var accounts = logins.Select(login => new { login, password = first.Password, who = login });
        var filling = new { sites = new[] { YearOfSituations.Site }, accounts, isUnfinished = true };
        await File.WriteAllTextAsync(Path.Combine(host.DataFolder, "demo.json"), JsonSerializer.Serialize(filling));
        await using (var plain = await host.ServeAsync())
        {
            using var visitor = new Visitor(plain.Address);
            Assert.Contains(Says, await visitor.ReadAsync("/connexion"));
        }

        await using (var again = await host.ServeAsync("--demo"))
        {
            foreach (var account in await DemoSignIn.ShownAsync(again.Address))
            {
                using var visitor = await Visitor.SignedInAsync(again.Address, account);
            }
        }

        Assert.AreEqual(12, await SituationsAsync(host, YearOfSituations.Site));
        Assert.Contains("\"isUnfinished\":false", await File.ReadAllTextAsync(Path.Combine(host.DataFolder, "demo.json")));
    }

    [TestMethod]
    public async Task A_folder_with_accounts_of_its_own_is_served_as_it_is_and_no_page_calls_its_people_invented()
    {
        using var plugins = new Plugins();
        plugins.Add("Dunkerque");
        using var host = new ModularHost(plugins.Folder);
        await host.AddAccountAsync("chef", "admin");
        await using var served = await host.ServeAsync("--demo");

        Assert.Contains("without a demonstration", await served.PrintedAsync(line => line.Contains("demonstration", StringComparison.Ordinal)));
        using var visitor = new Visitor(served.Address);
        Assert.DoesNotContain(Says, await visitor.ReadAsync("/connexion"));
        Assert.AreEqual(0, await SituationsAsync(host, "dunkerque"));
    }

    private static async Task<int> SituationsAsync(ModularHost host, string site)
    {
        var table = Path.Combine(host.DataFolder, $"{Guid.NewGuid():N}.csv");
        await host.RunAsync(["situations", "export", site, table]);
        return (await File.ReadAllLinesAsync(table)).Length - 1;
    }

    /// <summary>The states of last month's half-days.</summary>
    private static async Task<IReadOnlySet<string>> StatesAsync(ModularHost host, string site)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var shown = await host.RunAsync(
            ["presence", "show", site, "--from", $"{today.AddDays(-35):yyyy-MM-dd}", "--to", $"{today.AddDays(-2):yyyy-MM-dd}", "--format", "json"]);
        return JsonDocument.Parse(shown).RootElement.EnumerateArray().Select(halfDay => halfDay.GetProperty("state").GetString()!).ToHashSet();
    }
}
