using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Modular.Intake.Secrecy;
using Modular.Tests;

namespace Modular.Storage.Tests.Keys;

/// <summary>The keys of a data folder, whatever the database.</summary>
public abstract class KeyFilesContract
{
    protected abstract Task<DataFolder> OpenAsync();

    [TestMethod]
    public async Task Those_who_ask_for_a_key_at_once_get_one_and_get_it_again_after_a_restart()
    {
        await using var data = await OpenAsync();
        await using var other = await data.AgainAsync();
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => Task.Run(() => Ask(turn % 2 == 0 ? data : other, "index.key"))));
        Assert.HasCount(1, keys.Distinct().ToList());
        await using var restarted = await data.AgainAsync();
        Assert.AreEqual(keys[0], Ask(restarted, "index.key"));
        Assert.AreNotEqual(keys[0], Ask(restarted, "other.key"), "each name has its own");
    }

    [TestMethod]
    public async Task Keys_of_cookies_are_read_by_another_process_as_they_were_written()
    {
        await using var data = await OpenAsync();
        await using var other = await data.AgainAsync();
        data.Get<IXmlRepository>().StoreElement(new XElement("key", new XAttribute("id", "1"), "é"), "key-1");
        other.Get<IXmlRepository>().StoreElement(new XElement("key", new XAttribute("id", "2")), "key-2");
        CollectionAssert.AreEquivalent(
            new[] { "<key id=\"1\">é</key>", "<key id=\"2\" />" }, data.Get<IXmlRepository>().GetAllElements().Select(key => $"{key}").ToList());
    }

    [TestMethod]
    public async Task A_key_is_sealed_while_it_is_made_by_one_that_is_asked_for_then()
    {
        await using var data = await OpenAsync();
        data.Get<IXmlRepository>().StoreElement(new XElement("key", new XAttribute("id", "1")), "key-1");
        var made = data.Get<IKeyFiles>().ReadOrAdd("index.key", () => [(byte)data.Get<IXmlRepository>().GetAllElements().Count]);
        CollectionAssert.AreEqual(new byte[] { 1 }, made);
    }

    [TestMethod]
    public async Task They_are_in_the_folder_that_a_backup_takes()
    {
        await using var data = await OpenAsync();
        var key = Ask(data, "index.key");
        Assert.AreEqual(key, Convert.ToHexString(await File.ReadAllBytesAsync(Path.Combine(data.Path, "keys", "index.key"))));
    }

    private static string Ask(DataFolder data, string name) =>
        Convert.ToHexString(data.Get<IKeyFiles>().ReadOrAdd(name, () => RandomNumberGenerator.GetBytes(32)));
}

[TestClass]
public sealed class SqliteKeyFilesTests : KeyFilesContract
{
    protected override Task<DataFolder> OpenAsync() => DataFolder.CreateAsync();
}

[TestClass]
public sealed class PostgreSqlKeyFilesTests : KeyFilesContract
{
    protected override Task<DataFolder> OpenAsync() => PostgreSqlTestDatabase.FolderAsync();
}
