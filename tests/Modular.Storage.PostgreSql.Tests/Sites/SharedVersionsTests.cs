using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Modular.Sites;
using Modular.Tests;
using Npgsql;

namespace Modular.Storage.PostgreSql.Tests.Sites;

[TestClass]
public sealed class SharedVersionsTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-versions-").FullName;
    private PostgreSqlTestDatabase? _database;

    [TestInitialize]
    public async Task Open() => _database = await PostgreSqlTestDatabase.CreateAsync();

    [TestMethod]
    public async Task What_one_host_uses_the_other_reads_byte_for_byte()
    {
        await using var first = await HostAsync("first");
        var told = Versions(first).Use("loire", Version("a", "été"));
        Assert.AreEqual(new SharedUse("loire", "a", 1), told);

        await using var second = await HostAsync("second", beside: "first");
        CollectionAssert.AreEqual(new[] { told }, Versions(second).Uses().ToList());
        var read = Versions(second).Read("a")!;
        Assert.AreEqual("été", Encoding.UTF8.GetString(read.Data["site.json"]));
        Assert.AreEqual("00ff", read.Code["bin/Loire.dll"]);
    }

    [TestMethod]
    public async Task Each_telling_is_counted_and_the_version_before_stays_to_be_read()
    {
        await using var host = await HostAsync("first");
        var versions = Versions(host);
        versions.Use("loire", Version("a"));
        versions.Use("pantin", Version("p"));
        versions.Use("loire", Version("b"));
        Assert.IsNotNull(versions.Read("a"));
        Assert.AreEqual(new SharedUse("loire", "c", 3), versions.Use("loire", Version("c")));
        Assert.IsNull(versions.Read("a"), "two are enough");
        Assert.AreEqual(new SharedUse("loire", null, 4), versions.Use("loire", null));
        Assert.AreEqual(new SharedUse("loire", "c", 5), versions.Use("loire", Version("c")));
        Assert.IsNotNull(versions.Read("c"));
        Assert.IsNotNull(versions.Read("p"), "another site keeps its own");
    }

    [TestMethod]
    public async Task Hosts_that_tell_at_once_are_counted_one_after_the_other()
    {
        await using var host = await HostAsync("first");
        var versions = Versions(host);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 12).Select(turn => Task.Run(() => versions.Use("loire", Version($"{turn % 3}")).Number)));
        CollectionAssert.AreEquivalent(Enumerable.Range(1, 12).Select(number => (long)number).ToList(), numbers);
        Assert.IsNotNull(versions.Read(versions.Uses().Single().Hash!));
    }

    [TestMethod]
    public async Task What_was_put_into_the_database_by_anybody_else_is_not_opened()
    {
        await using var host = await HostAsync("first");
        Versions(host).Use("loire", Version("a"));
        await using var connection = new NpgsqlConnection(_database!.ConnectionString);
        await connection.OpenAsync();
        const string forged = "UPDATE sites_version SET sealed = convert_to('{\"Hash\":\"a\",\"Data\":{},\"Code\":{}}', 'UTF8')";
        await using var forge = new NpgsqlCommand(forged, connection);
        await forge.ExecuteNonQueryAsync();
        Assert.Throws<CryptographicException>(() => Versions(host).Read("a"));
    }

    [TestCleanup]
    public async Task Clean()
    {
        Directory.Delete(_folder, recursive: true);
        if (_database is not null)
        {
            await _database.DropAsync();
        }
    }

    private Task<DataFolder> HostAsync(string name, string? beside = null)
    {
        if (beside is not null)
        {
            Directory.CreateDirectory(Path.Combine(_folder, name, "keys"));
            File.Copy(Path.Combine(_folder, beside, "keys", "database.key"), Path.Combine(_folder, name, "keys", "database.key"));
        }

        return DataFolder.OpenAsync(Path.Combine(_folder, name), configure: AddProtection, database: _database);
    }

    private static void AddProtection(IServiceCollection services) => services.AddDataProtection()
        .Services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, keys) => options.XmlRepository = keys);

    private static ISharedVersions Versions(DataFolder host) => host.Get<ISharedVersions>();

    private static SharedVersion Version(string hash, string text = "") => new(
        hash, new Dictionary<string, byte[]> { ["site.json"] = Encoding.UTF8.GetBytes(text) }, new Dictionary<string, string> { ["bin/Loire.dll"] = "00ff" });
}
