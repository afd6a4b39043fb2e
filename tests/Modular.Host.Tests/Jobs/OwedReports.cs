using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Modular.Access;
using Modular.Access.Accounts;
using Modular.Host.Composition;
using Modular.Jobs;
using Modular.Jobs.Ledger;
using Modular.Reporting.Deliveries;
using Modular.Tests;

namespace Modular.Host.Tests.Jobs;

[TestClass]
public sealed class OwedReports
{
    private readonly Clock _clock = new("2026-01-10T12:00:00Z");
    private Task<Watched<IDeliveryStore>> _deliveries = null!;
    private readonly string _data = Directory.CreateTempSubdirectory("modular-owed-").FullName;
    private readonly string _plugins = Directory.CreateTempSubdirectory("modular-plugins-").FullName;

    [TestMethod]
    public async Task A_report_due_while_the_host_was_down_and_the_mail_server_refusing_arrives_once_with_its_figures()
    {
        CopyFolder(Path.Combine(Configuration.Home, "plugins", "Dunkerque"), Path.Combine(_plugins, "Dunkerque"));
        await using var server = new MailServer();
        await server.DownAsync();

        await using (var first = await StartAsync(server))
        {
            await first.Services.GetRequiredService<AccountService>().CreateAsync(
                new AccountRequest("coordination", Role.Coordinator, ["dunkerque"], "prefet@exemple.fr"), "Marée-basse 7h", by: null);
            await first.StopAsync();
        }

        // Five days after it was due.
        _clock.Set("2026-01-20T12:00:00Z");
        await using (var second = await StartAsync(server))
        {
            await AnnualAsync(second, DeliveryState.Failed);
            await second.StopAsync();
        }

        server.Up();
        _clock.Advance(TimeSpan.FromHours(1));
        await using var third = await StartAsync(server);
        var story = await AnnualAsync(third, DeliveryState.Sent);
        await third.Services.GetRequiredService<DeliverySender>().SendDueAsync();
        Assert.AreEqual(1, server.Taken.Count(mail => MailServer.Text(mail).Contains("Bilan annuel – Dunkerque – année 2025")));
        Assert.Contains("Situations", MailServer.Text(server.Taken.Single(mail => MailServer.Text(mail).Contains("Bilan annuel"))));
        Assert.Contains(happened => happened.Sentence.Contains("injoignable"), story);

        var ledger = await third.Services.GetRequiredService<IJobLedger>().LatestAsync("report:annuel", "dunkerque", 5);
        Assert.AreEqual((JobState.Done, "2025", 1), (ledger.Single().State, ledger[0].Run.Period, ledger[0].Attempts));
        await third.StopAsync();
    }

    [TestMethod]
    public async Task The_administrator_sees_what_runs_when_runs_it_now_and_finds_the_backup()
    {
        Task<Watched<IJobLedger>> ledger = null!;
        await using var host = await HostUnderTest.StartAsync(options => options with { Services = services => ledger = Watched<IJobLedger>.Before(services) });
        using var admin = host.SignedIn(Role.Administrator);
        var before = await admin.GetStringAsync(new Uri("/administration/taches", UriKind.Relative));
        Assert.Contains("Sauvegarde de la nuit", before);
        Assert.Contains("3&#xA0;h&#xA0;30", before);
        Assert.Contains("Aucun serveur de messagerie", before);

        using var run = await admin.PostAsync("/administration/taches", [("key", "backup")], "/administration/taches?handler=Executer");
        Assert.AreEqual("/administration/taches", run.Headers.Location?.OriginalString);
        await (await ledger).Until(call => call is [JobRun { Job: "backup" }, JobState.Done, ..]);
        Assert.Contains(".zip, relue et entière.", await admin.GetStringAsync(new Uri("/administration/taches", UriKind.Relative)));
        Assert.MatchesRegex(@"modular-\d{8}-\d{6}\.zip", await admin.GetStringAsync(new Uri("/administration/sauvegardes", UriKind.Relative)));
    }

    [TestCleanup]
    public void Clean()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_plugins, recursive: true);
    }

    private async Task<WebApplication> StartAsync(MailServer server)
    {
        var app = ModularApp.Build(new ServeOptions
        {
            DataFolder = _data,
            PluginsFolder = _plugins,
            Urls = "http://127.0.0.1:0",
            Settings = new Dictionary<string, string?>
            {
                ["Modular:Mail:Host"] = "127.0.0.1",
                ["Modular:Mail:Port"] = FormattableString.Invariant($"{server.Port}"),
                ["Modular:Mail:StartTls"] = "false",
            },
            Services = services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock));
                _deliveries = Watched<IDeliveryStore>.Before(services);
            },
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>The story of the annual report's message, once it stands so.</summary>
    private async Task<IReadOnlyList<DeliveryEvent>> AnnualAsync(WebApplication app, DeliveryState state)
    {
        await (await _deliveries).Until(call => call is [Delivery { Of.Report: "annuel" } moved, ..] && moved.State == state);
        return (await app.Services.GetRequiredService<IDeliveryStore>().LatestAsync(20)).Single(one => one.Delivery.Of.Report == "annuel").Story;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
