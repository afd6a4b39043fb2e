using Microsoft.Data.Sqlite;
using Modular.Host.Tests.Commands;

namespace Modular.Host.Tests.Accounts;

[TestClass]
public sealed class AccountCommands
{
    private const string Password = "Marée-basse 7h\n";

    [TestMethod]
    public async Task An_account_is_added_once_and_the_journal_tells()
    {
        var data = Directory.CreateTempSubdirectory("modular-user-").FullName;
        string[] add = ["user", "add", "claire", "--role", "admin", "--password-stdin", "--data-folder", data, "--plugins-folder", data];
        Assert.AreEqual(0, await new TestTerminal(Password).RunAsync(add));
        var again = new TestTerminal(Password);
        Assert.AreEqual(1, await again.RunAsync(add));
        Assert.StartsWith("user add: ", again.Error);

        var verify = new TestTerminal();
        Assert.AreEqual(0, await verify.RunAsync("journal", "verify", "--data-folder", data));
        Assert.StartsWith("1 row,", verify.Out);

        await using (var journal = new SqliteConnection($"Data Source={Path.Combine(data, "journal.db")};Pooling=false"))
        {
            await journal.OpenAsync();
            await using var alter = journal.CreateCommand();
            alter.CommandText = "DROP TRIGGER journal_row_is_never_changed; UPDATE journal_row SET login = 'x'";
            await alter.ExecuteNonQueryAsync();
        }

        var altered = new TestTerminal();
        Assert.AreEqual(1, await altered.RunAsync("journal", "verify", "--data-folder", data));
        Assert.Contains("row 1 ", altered.Error);
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [TestMethod]
    [DataRow("not there")]
    [DataRow("empty")]
    public async Task A_folder_without_data_has_no_journal_that_could_be_whole(string folder)
    {
        var parent = Directory.CreateTempSubdirectory("modular-verify-");
        var data = Path.Combine(parent.FullName, "data");
        if (folder == "empty")
        {
            Directory.CreateDirectory(data);
        }

        var verify = new TestTerminal();
        Assert.AreEqual(1, await verify.RunAsync("journal", "verify", "--data-folder", data));
        Assert.AreEqual($"journal verify: there is no data in {data}.\n", verify.Error.ReplaceLineEndings("\n"));
        Assert.AreEqual("", verify.Out);
        Assert.IsEmpty(parent.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(entry => entry.FullName != data));
        Assert.AreEqual(folder == "empty", Directory.Exists(data), "Nothing is made.");
        parent.Delete(recursive: true);
    }

    [TestMethod]
    [DataRow(2, "user", "add", "claire", "--role", "chief", "--password-stdin")]
    [DataRow(2, "user", "add", "claire", "--password-stdin")]
    [DataRow(2, "user", "add", "claire", "--role", "admin")]
    [DataRow(1, "user", "add", "claire", "--role", "worker", "--site", "nowhere", "--password-stdin")]
    [DataRow(1, "user", "add", "claire", "--role", "worker", "--password-stdin")]
    public async Task What_cannot_be_added_is_refused_with_its_reason(int code, params string[] arguments)
    {
        var data = Directory.CreateTempSubdirectory("modular-user-").FullName;
        var terminal = new TestTerminal(Password);
        Assert.AreEqual(code, await terminal.RunAsync([.. arguments, "--data-folder", data, "--plugins-folder", data]));
        Assert.AreNotEqual("", terminal.Error);
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
