using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Host.Composition;
using Modular.Host.Tests.Commands;
using Modular.Host.Tests.Situations;
using Modular.Tests;

namespace Modular.Host.Tests.Databases;

/// <summary>A host whose keys are not those of what is stored does not start, and makes no others.</summary>
[TestClass]
public sealed partial class StoredKeysTests
{
    private const string Site = "dunkerque";
    private static readonly string Folder = Directory.CreateTempSubdirectory("modular-keys-").FullName;
    private static readonly string Archive = Path.Combine(Folder, "copie.zip");

    private readonly string _data = Path.Combine(Folder, Guid.NewGuid().ToString("N"));

    private string Keys => Path.Combine(_data, "keys");

    [GeneratedRegex("<expirationDate>.*</expirationDate>")]
    private static partial Regex Expiration();

    /// <summary>A backup of a host where somebody is stored.</summary>
    [ClassInitialize]
    public static async Task BackUp(TestContext context)
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var worker = host.SignedIn(Role.Worker, Site);
        await SaveAsync(worker);
        Assert.AreEqual(0, (await RunAsync(host.DataFolder, "backup", "create", Archive)).Code);
    }

    [ClassCleanup]
    public static void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    [TestInitialize]
    public async Task Restore() => Assert.AreEqual(0, (await RunAsync(_data, "backup", "restore", Archive)).Code, "a backup brings its keys");

    [TestMethod]
    public async Task A_host_with_its_keys_starts_and_is_ready()
    {
        await using var host = await HostUnderTest.StartAsync(dataFolder: _data);
        using var visitor = host.Visitor();
        Assert.StartsWith("Healthy", await visitor.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    [TestMethod]
    public async Task Keys_that_are_gone_are_asked_back_and_once_they_are_back_all_is_as_it_was()
    {
        var aside = Path.Combine(_data, "keys-elsewhere");
        Directory.Move(Keys, aside);
        await RefusedAsync($"The keys of what is stored in {_data} are not in {Keys} (key-*.xml and index.key): bring them back from a backup");
        Assert.IsFalse(Directory.Exists(Keys));

        Directory.Move(aside, Keys);
        Assert.AreEqual(0, (await RunAsync(_data, "journal", "verify")).Code);
        await using var host = await HostUnderTest.StartAsync(dataFolder: _data);
    }

    [TestMethod]
    public async Task A_key_of_names_that_is_gone_is_asked_back()
    {
        File.Delete(Path.Combine(Keys, "index.key"));
        await RefusedAsync("(index.key)");
    }

    [TestMethod]
    public async Task A_ring_that_is_gone_is_asked_back()
    {
        foreach (var key in Directory.GetFiles(Keys, "key-*.xml"))
        {
            File.Delete(key);
        }

        await RefusedAsync("(key-*.xml)");
    }

    [TestMethod]
    [DataRow(false, DisplayName = "that are still valid")]
    [DataRow(true, DisplayName = "of which none is valid any more, so that whoever asks them makes one")]
    public async Task Keys_of_other_data_do_not_open_what_is_stored(bool isOld)
    {
        Directory.Delete(Keys, recursive: true);
        await using (var other = await HostUnderTest.StartAsync())
        {
            Directory.Move(Path.Combine(other.DataFolder, "keys"), Keys);
        }

        foreach (var key in Directory.GetFiles(Keys, "key-*.xml").Where(_ => isOld))
        {
            var xml = await File.ReadAllTextAsync(key);
            await File.WriteAllTextAsync(key, Expiration().Replace(xml, "<expirationDate>2026-01-02T00:00:00Z</expirationDate>"));
        }

        await AddIndexKeyAsync();
        await RefusedAsync($"The keys in {Keys} do not open what is stored in {_data}: bring them back from a backup, or from where they were.");
    }

    [TestMethod]
    public async Task A_key_of_names_that_was_made_later_finds_nobody()
    {
        await AddIndexKeyAsync();
        await RefusedAsync($"The keys in {Keys} do not open what is stored in {_data}");
    }

    [TestMethod]
    public async Task Hosts_that_share_their_keys_give_back_what_one_has_lost_and_refuse_to_go_on_without_what_opens_them()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        ServeOptions On(ServeOptions options) => options with
        {
            PluginsFolder = Path.Combine(Configuration.Home, "plugins"),
            Settings = new Dictionary<string, string?> { ["ConnectionStrings:Modular"] = database.ConnectionString },
        };
        string kept;
        await using (var first = await HostUnderTest.StartAsync(On))
        {
            using var worker = first.SignedIn(Role.Worker, Site);
            await SaveAsync(worker);
            kept = Directory.CreateDirectory(Path.Combine(Folder, "shared", "keys")).FullName;
            File.Copy(Path.Combine(first.DataFolder, "keys", "database.key"), Path.Combine(kept, "database.key"));
        }

        var refused = await Assert.ThrowsAsync<IOException>(() => HostUnderTest.StartAsync(On));
        Assert.Contains("copy the file keys/database.key", refused.Message);
        await using var again = await HostUnderTest.StartAsync(On, Path.GetDirectoryName(kept));
        Assert.IsTrue(File.Exists(Path.Combine(kept, "index.key")));

        File.Delete(Path.Combine(kept, "database.key"));
        File.Delete(Path.Combine(kept, "index.key"));
        using var visitor = again.Visitor();
        using var ready = await visitor.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("Not in the folder of keys: index.key, database.key.", await ready.Content.ReadAsStringAsync());
    }

    private static async Task SaveAsync(HttpClient worker)
    {
        var form = await FormUnderTest.OpenAsync(worker, "/situations/nouvelle");
        (form["referred_on"], form["person.last_name"], form["problem"]) = ("2026-03-02", "Essai", "fugue");
        using var saved = await form.SendAsync(worker);
        Assert.AreEqual(HttpStatusCode.Redirect, saved.StatusCode);
    }

    /// <summary>As a search makes it when there is none.</summary>
    private async Task AddIndexKeyAsync()
    {
        await using var services = new ServiceCollection().AddDataProtection().SetApplicationName("Modular").DisableAutomaticKeyGeneration()
            .PersistKeysToFileSystem(new DirectoryInfo(Keys)).Services.BuildServiceProvider();
        var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Modular.Intake.BlindIndex");
        await File.WriteAllBytesAsync(Path.Combine(Keys, "index.key"), protector.Protect(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>By the host and by a command that would copy or read what is stored; and the keys are as they were.</summary>
    private async Task RefusedAsync(string sentence)
    {
        var before = Files();
        foreach (var arguments in (string[][])[["serve", "--urls", "http://127.0.0.1:0"], ["backup", "create", Path.Combine(_data, "x.zip")]])
        {
            var (code, error) = await RunAsync(_data, arguments).WaitAsync(TimeSpan.FromMinutes(1));
            Assert.AreEqual(1, code);
            Assert.Contains(sentence, error);
            Assert.Contains("No new ones were made.", error);
            Assert.HasCount(1, error.Trim().Split('\n'), error);
            CollectionAssert.AreEqual(before, Files());
        }

        Assert.IsFalse(File.Exists(Path.Combine(_data, "x.zip")));
    }

    private List<string> Files() => Directory.Exists(Keys) ? [.. Directory.GetFiles(Keys).Order(StringComparer.Ordinal)] : [];

    private static async Task<(int Code, string Error)> RunAsync(string data, params string[] arguments)
    {
        var terminal = new TestTerminal();
        var code = await terminal.RunAsync([.. arguments, "--data-folder", data, "--plugins-folder", Folder]);
        return (code, terminal.Error);
    }
}
