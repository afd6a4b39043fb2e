using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Host.Composition;
using Modular.Host.Tests.Commands;
using Modular.Statistics.Facts;

namespace Modular.Host.Tests.Bilans;

[TestClass]
public sealed class BilanTests
{
    [TestMethod]
    public async Task Page_and_files_of_a_report_show_the_same_numbers()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        await PushAsync(host.Services, 40);
        using var coordinator = host.SignedIn(Role.Coordinator, "dunkerque");
        var page = await coordinator.GetStringAsync("/bilans/dunkerque/annuel?periode=2024");
        Assert.Contains("<strong>40 situations</strong>", page);
        Assert.Contains("<svg", page);
        using var json = JsonDocument.Parse(await coordinator.GetByteArrayAsync("/bilans/dunkerque/annuel?periode=2024&format=json"));
        Assert.AreEqual(40, json.RootElement.GetProperty("figures").GetProperty("situations").GetProperty("value").GetInt32());
        using var csv = await coordinator.GetAsync("/bilans/dunkerque/annuel?periode=2024&format=csv");
        Assert.AreEqual("annuel-dunkerque-2024.csv", csv.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains(";situations;Situations;situations;;;;;40;", await csv.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Another_sites_report_is_forbidden_and_roles_without_reports_are_too()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var elsewhere = host.SignedIn(Role.Worker, "pantin");
        Assert.AreEqual(HttpStatusCode.Forbidden, (await elsewhere.GetAsync("/bilans/dunkerque/annuel")).StatusCode);
        Assert.DoesNotContain("Dunkerque", await elsewhere.GetStringAsync("/bilans"));
        using var administrator = host.SignedIn(Role.Administrator);
        Assert.AreEqual(HttpStatusCode.Forbidden, (await administrator.GetAsync("/bilans")).StatusCode);
        Assert.AreEqual(HttpStatusCode.Forbidden, (await administrator.GetAsync("/bilans/dunkerque/annuel")).StatusCode);
    }

    [TestMethod]
    [DataRow("/bilans/dunkerque/inconnu", HttpStatusCode.NotFound)]
    [DataRow("/bilans/dunkerque/annuel?periode=2024-W48", HttpStatusCode.BadRequest)]
    [DataRow("/bilans/dunkerque/annuel?periode=hier", HttpStatusCode.BadRequest)]
    [DataRow("/bilans/dunkerque/annuel?format=exe", HttpStatusCode.BadRequest)]
    [DataRow("/bilans/dunkerque/presence", HttpStatusCode.OK)]
    public async Task What_does_not_exist_is_said_to_be_so(string address, HttpStatusCode expected)
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var coordinator = host.SignedIn(Role.Coordinator, "dunkerque");
        Assert.AreEqual(expected, (await coordinator.GetAsync(address)).StatusCode);
    }

    [TestMethod]
    public async Task The_command_lists_and_renders_the_same_report()
    {
        var data = Directory.CreateTempSubdirectory("modular-report-").FullName;
        string[] folders = ["--data-folder", data, "--plugins-folder", Path.Combine(Configuration.Home, "plugins")];
        var list = new TestTerminal();
        Assert.AreEqual(0, await list.RunAsync(["report", "list", "dunkerque", .. folders]), list.Error);
        Assert.Contains("annuel\tyear\tBilan annuel", list.Out);
        var file = Path.Combine(data, "bilan.json");
        var render = new TestTerminal();
        Assert.AreEqual(
            0,
            await render.RunAsync(["report", "render", "dunkerque", "annuel", "--period", "2024", "--format", "json", "--out", file, .. folders]),
            render.Error);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        Assert.AreEqual("2024-12-31", json.RootElement.GetProperty("period").GetProperty("to").GetString());
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [TestMethod]
    [DataRow(2, "add --out FILE", "dunkerque", "annuel", "2024", "pdf")]
    [DataRow(2, "add --out FILE", "dunkerque", "annuel", "2024", "xlsx")]
    [DataRow(2, "is no format", "dunkerque", "annuel", "2024", "doc")]
    [DataRow(2, "is no period", "dunkerque", "annuel", "hier", "json")]
    [DataRow(2, "is made of a year", "dunkerque", "annuel", "2024-11", "json")]
    [DataRow(1, "no active site", "nowhere", "annuel", "2024", "json")]
    [DataRow(1, "has no report", "dunkerque", "mensuel", "2024", "json")]
    public async Task The_command_says_what_it_cannot_do(int code, string reason, string site, string report, string period, string format)
    {
        var data = Path.Combine(Path.GetTempPath(), $"modular-report-{Guid.NewGuid():N}");
        var terminal = new TestTerminal();
        Assert.AreEqual(
            code,
            await terminal.RunAsync(
                "report", "render", site, report, "--period", period, "--format", format, "--data-folder", data,
                "--plugins-folder", Path.Combine(Configuration.Home, "plugins")));
        Assert.Contains(reason, terminal.Error);
        Assert.IsFalse(Directory.Exists(data), "A refused command leaves no data folder behind.");
    }

    [TestMethod]
    public async Task Looking_at_a_report_again_writes_nothing()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        await PushAsync(host.Services, 40);
        using var coordinator = host.SignedIn(Role.Coordinator, "dunkerque");
        await LookAsync();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(host.DataFolder, "modular.db")};Pooling=False");
        await connection.OpenAsync();
        await using var version = connection.CreateCommand();
        // Another number when anybody else has written since it was asked last.
        version.CommandText = "PRAGMA data_version";
        var before = await version.ExecuteScalarAsync();
        await LookAsync();
        Assert.AreEqual(before, await version.ExecuteScalarAsync());

        async Task LookAsync()
        {
            Assert.Contains("<svg", await coordinator.GetStringAsync("/bilans/dunkerque/annuel?periode=2024"));
            Assert.Contains("demi-journées", await coordinator.GetStringAsync("/bilans/dunkerque/presence?periode=2026-W48"));
        }
    }

    private static Task PushAsync(IServiceProvider services, int situations) => services.GetRequiredService<IFactSink>().ReplaceAsync(
        "dunkerque", Enumerable.Range(0, situations).ToDictionary(number => $"{number}", IReadOnlyList<Fact> (number) => [Situation($"{number}")]));

    private static Fact Situation(string owner) => new(
        "dunkerque",
        FactUnits.Situations,
        owner,
        new(2024, 5, 2),
        new Dictionary<string, IReadOnlyList<string>> { ["problem"] = ["fugue"], ["vif"] = ["no"] },
        new Dictionary<string, int>());
}
