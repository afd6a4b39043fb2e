using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Modular.Intake.Secrecy;
using Modular.Storage.PostgreSql.Keys;
using Modular.Tests;
using Npgsql;

namespace Modular.Storage.PostgreSql.Tests.Keys;

[TestClass]
public sealed class SharedKeysTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-keys-").FullName;
    private PostgreSqlTestDatabase? _database;

    [TestInitialize]
    public async Task Open() => _database = await PostgreSqlTestDatabase.CreateAsync();

    [TestMethod]
    public async Task A_key_of_one_host_is_every_host_s_that_has_what_opens_them()
    {
        await using var first = await HostAsync("first");
        var made = Keys(first).ReadOrAdd("index.key", () => RandomNumberGenerator.GetBytes(32));
        Xml(first).StoreElement(new XElement("key", new XAttribute("id", "1")), "key-1");

        await using var second = await HostAsync("second");
        CopySealing("first", "second");
        CollectionAssert.AreEqual(made, Keys(second).ReadOrAdd("index.key", () => RandomNumberGenerator.GetBytes(32)));
        CollectionAssert.AreEqual(new[] { "1" }, Ids(second));

        // What the second makes later comes to the first.
        Xml(second).StoreElement(new XElement("key", new XAttribute("id", "2")), "key-2");
        CollectionAssert.AreEquivalent(new[] { "1", "2" }, Ids(first));
    }

    [TestMethod]
    public async Task Hosts_that_ask_for_a_key_at_once_get_one()
    {
        await using var first = await HostAsync("first");
        Ids(first);
        await using var second = await HostAsync("second");
        CopySealing("first", "second");
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => Task.Run(() =>
            Keys(turn % 2 == 0 ? first : second).ReadOrAdd("index.key", () => RandomNumberGenerator.GetBytes(32)))));
        Assert.HasCount(1, keys.Select(Convert.ToHexString).Distinct().ToList());
    }

    [TestMethod]
    public async Task A_host_without_what_opens_them_is_told_which_file_to_bring()
    {
        await using var first = await HostAsync("first");
        Xml(first).StoreElement(new XElement("key", new XAttribute("id", "1")), "key-1");
        await using var second = await HostAsync("second");
        var refused = Assert.ThrowsExactly<SharedKeysException>(() => Xml(second).GetAllElements());
        Assert.Contains("copy the file keys/database.key", refused.Message);
        Assert.IsFalse(File.Exists(Path.Combine(_folder, "second", "keys", "key-1.xml")));
    }

    [TestMethod]
    public async Task A_host_with_another_one_is_told_too()
    {
        await using var first = await HostAsync("first");
        Xml(first).StoreElement(new XElement("key", new XAttribute("id", "1")), "key-1");
        await using var second = await HostAsync("second");
        Directory.CreateDirectory(Path.Combine(_folder, "second", "keys"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "second", "keys", SharedKeys.Sealing), RandomNumberGenerator.GetBytes(32));
        Assert.Contains("does not open the keys", Assert.ThrowsExactly<SharedKeysException>(() => Xml(second).GetAllElements()).Message);
    }

    [TestMethod]
    public async Task A_folder_that_served_other_data_is_refused()
    {
        await using var first = await HostAsync("first");
        Keys(first).ReadOrAdd("index.key", () => [1, 2, 3]);
        await using var second = await HostAsync("second");
        CopySealing("first", "second");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "second", "keys", "index.key"), [4, 5, 6]);
        Assert.Contains("served other data", Assert.ThrowsExactly<SharedKeysException>(() => Xml(second).GetAllElements()).Message);
    }

    [TestMethod]
    public async Task Nothing_in_the_database_is_a_key_as_it_is()
    {
        await using var first = await HostAsync("first");
        var made = Keys(first).ReadOrAdd("index.key", () => RandomNumberGenerator.GetBytes(32));
        await using var connection = new NpgsqlConnection(_database!.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT sealed FROM keys_sealed WHERE name = 'index.key'", connection);
        var stored = (byte[])(await command.ExecuteScalarAsync())!;
        Assert.DoesNotContain(Convert.ToHexString(made), Convert.ToHexString(stored));
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

    private Task<DataFolder> HostAsync(string name) => DataFolder.OpenAsync(Path.Combine(_folder, name), database: _database);

    private void CopySealing(string from, string to)
    {
        Directory.CreateDirectory(Path.Combine(_folder, to, "keys"));
        File.Copy(Path.Combine(_folder, from, "keys", SharedKeys.Sealing), Path.Combine(_folder, to, "keys", SharedKeys.Sealing));
    }

    private static IKeyFiles Keys(DataFolder host) => host.Get<IKeyFiles>();

    private static IXmlRepository Xml(DataFolder host) => host.Get<IXmlRepository>();

    private static List<string> Ids(DataFolder host) => [.. Xml(host).GetAllElements().Select(key => (string)key.Attribute("id")!)];
}
