using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Access;
using Modular.Host.Composition;
using Modular.Storage.Backups;
using Modular.Tests;

namespace Modular.Host.Tests.Situations;

/// <summary>Who reaches a draft, and where it stands.</summary>
[TestClass]
public sealed class DraftSecrecyTests
{
    private const string New = "/situations/nouvelle";

    [TestMethod]
    public async Task Nobody_else_reads_overwrites_or_ends_it_whatever_is_posted()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var client = host.SignedIn(Role.Worker, "dunkerque");
        var place = await SavedAsync(client);
        foreach (var address in (string[])[(await FormUnderTest.OpenAsync(client, New)).Address, place + "/modifier"])
        {
            var form = await FormUnderTest.OpenAsync(client, address);
            form["note"] = "à moi seule";
            using var kept = await form.SendAsync(client, "draft");
            Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode);
            var day = await DraftsOfDay.ReadAsync(client);

            using var colleague = host.SignedIn(Role.Worker, "dunkerque");
            Assert.AreEqual("", (await FormUnderTest.OpenAsync(colleague, address))["note"]);
            await PostedAsync(colleague, address, form, HttpStatusCode.BadRequest);
            using var elsewhere = host.SignedIn(Role.Worker, "loire");
            await PostedAsync(elsewhere, address, form, HttpStatusCode.Forbidden, "dunkerque");
            foreach (var role in (Role[])[Role.Coordinator, Role.Administrator, Role.DataProtectionOfficer])
            {
                using var other = host.SignedIn(role, role == Role.Coordinator ? ["dunkerque"] : []);
                await PostedAsync(other, address, form, HttpStatusCode.Forbidden);
                using var ended = await other.PostAsync("/", [("brouillon", day.Ids[0])], "/?handler=Abandonner");
                Assert.AreEqual(HttpStatusCode.Forbidden, ended.StatusCode);
            }

            using var abandoned = await colleague.PostAsync("/", [("brouillon", day.Ids[0])], "/?handler=Abandonner");
            Assert.IsEmpty((await DraftsOfDay.ReadAsync(colleague)).Ids);
            Assert.AreEqual("à moi seule", (await FormUnderTest.OpenAsync(client, address))["note"]);
            Assert.HasCount(day.Ids.Count, (await DraftsOfDay.ReadAsync(client)).Ids);
        }
    }

    [TestMethod]
    public async Task A_post_without_its_token_keeps_nothing()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var client = host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        form["__RequestVerificationToken"] = "";
        using var refused = await form.SendAsync(client, "draft");
        Assert.AreEqual(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.IsEmpty((await DraftsOfDay.ReadAsync(client)).Ids);
    }

    [TestMethod]
    public async Task A_word_of_it_is_in_no_byte_of_the_data_and_in_no_backup()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var client = host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        (form["person.last_name"], form["note"]) = ("Canari-Brouillon", "confidence canariote");
        for (var turn = 0; turn < 20; turn++)
        {
            form["note"] += " encore";
            using var kept = await form.SendAsync(client, "draft");
            Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode);
        }

        await host.Services.GetRequiredService<BackupFolder>().AddAsync();
        Assert.IsEmpty(FolderBytes.FilesThatTell(host.DataFolder, "Canari-Brouillon", "canariote"));
        var backup = host.Services.GetRequiredService<BackupFolder>().Files().Single();
        var unpacked = Directory.CreateTempSubdirectory("modular-unpacked-").FullName;
        await System.IO.Compression.ZipFile.ExtractToDirectoryAsync(backup.FullName, unpacked);
        Assert.IsEmpty(FolderBytes.FilesThatTell(unpacked, "Canari-Brouillon", "canariote", "situation draft"));
        Assert.IsEmpty(Directory.GetFiles(unpacked, "*draft*", SearchOption.AllDirectories));
        Directory.Delete(unpacked, recursive: true);
    }

    [TestMethod]
    public async Task Fifty_drafts_write_nothing_into_the_main_database_nor_the_journal()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var client = host.SignedIn(Role.Worker, "dunkerque");
        var forms = new[] { await FormUnderTest.OpenAsync(client, New), await FormUnderTest.OpenAsync(client, await SavedAsync(client) + "/modifier") };
        var rounds = new List<bool>();
        // A job may write into the ledger meanwhile: one round of ten that changes nothing shows that drafts change nothing.
        while (rounds.Count < 10 && !rounds.Contains(true))
        {
            var before = await VersionsAsync(host);
            for (var turn = 0; turn < 50; turn++)
            {
                var form = forms[turn % 2];
                form["note"] = $"tour {rounds.Count}, {turn}";
                using var kept = await form.SendAsync(client, "draft");
                Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode);
            }

            rounds.Add(before == await VersionsAsync(host));
        }

        Assert.Contains(true, rounds);
    }

    [TestMethod]
    public async Task A_file_that_cannot_be_read_stops_nothing_and_is_said_once_in_the_log_and_to_the_administrator()
    {
        var said = new List<string>();
        await using var host = await HostUnderTest.StartAsync(options =>
        {
            File.WriteAllText(Path.Combine(options.DataFolder!, "drafts.db"), new string('x', 20_000));
            return options with
            {
                PluginsFolder = Path.Combine(Configuration.Home, "plugins"),
                Services = services => services.AddSingleton<ILoggerProvider>(new Ear(said)),
            };
        });
        using var client = host.SignedIn(Role.Worker, "dunkerque");
        using var kept = await (await FormUnderTest.OpenAsync(client, New)).SendAsync(client, "keep");
        Assert.HasCount(1, (await DraftsOfDay.ReadAsync(client)).Ids);
        using var administrator = host.SignedIn(Role.Administrator);
        StringAssert.Contains(
            await administrator.GetStringAsync(new Uri("/administration/sauvegardes", UriKind.Relative)),
            "Un fichier de brouillons illisible a été mis de côté");
        Assert.HasCount(1, said.FindAll(line => line.Contains("drafts", StringComparison.Ordinal)), string.Join('\n', said));
    }

    private static async Task<string> SavedAsync(HttpClient client)
    {
        using var answer = await (await FormUnderTest.OpenAsync(client, New)).SendAsync(client);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>What the page's owner would post, sent by somebody else with a token of their own.</summary>
    private static async Task PostedAsync(HttpClient client, string address, FormUnderTest form, HttpStatusCode expected, string? site = null)
    {
        var where = site is null || address.Contains("site=", StringComparison.Ordinal) ? address : $"{address}?site={site}";
        foreach (var action in (string[])["draft", "keep", "abandon"])
        {
            using var answer = await client.PostAsync(
                "/", [("_account", form["_account"]), ("_id", form["_id"]), ("_version", form["_version"]), ("note", "à elle"), ("_action", action)], where);
            // Without a script it is whoever is signed in that keeps or leaves a page: their own draft, never the owner's.
            Assert.IsTrue(
                answer.StatusCode == expected || (action != "draft" && expected == HttpStatusCode.BadRequest && answer.StatusCode == HttpStatusCode.Redirect),
                $"{address} {action}: {answer.StatusCode}");
        }
    }

    /// <summary>They change whenever somebody commits to the files.</summary>
    private static async Task<string> VersionsAsync(HostUnderTest host)
    {
        var versions = new List<string>();
        foreach (var file in (string[])["modular.db", "journal.db"])
        {
            var path = Path.Combine(host.DataFolder, file);
            var log = new FileInfo(path + "-wal");
            await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master";
            await command.ExecuteScalarAsync();
            versions.Add($"{File.GetLastWriteTimeUtc(path):O} {new FileInfo(path).Length} {log.LastWriteTimeUtc:O} {(log.Exists ? log.Length : 0)}");
        }

        return string.Join('\n', versions);
    }

    private sealed class Ear(List<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lock (said)
                {
                    said.Add(formatter(state, exception));
                }
            }
        }

        public void Dispose()
        {
        }
    }
}
