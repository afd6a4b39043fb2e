using Microsoft.Data.Sqlite;
using Modular.Tests;

namespace Modular.Storage.Tests;

[TestClass]
public sealed class ServedDataTests
{
    [TestMethod]
    public async Task Data_that_answers_is_ready()
    {
        await using var data = await DataFolder.CreateAsync();
        Assert.IsNull(await data.Get<ServedData>().WhyNotReadyAsync());
    }

    [TestMethod]
    public async Task Data_of_which_something_was_found_damaged_is_not_ready_any_more()
    {
        await using var data = await DataFolder.CreateAsync();
        var spoiled = Path.Combine(data.Path, "spoiled.db");
        await File.WriteAllBytesAsync(spoiled, new byte[8192].Select(_ => (byte)42).ToArray());
        await using var connection = new SqliteConnection($"Data Source={spoiled};Pooling=False");
        var failure = await Assert.ThrowsExactlyAsync<SqliteException>(async () =>
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master";
            await command.ExecuteScalarAsync();
        });
        Assert.IsFalse(data.Get<ServedData>().IsAway(new InvalidOperationException("a page failed", failure)), "it does not come back by itself");
        Assert.Contains("is damaged", (await data.Get<ServedData>().WhyNotReadyAsync())!);
    }

    [TestMethod]
    public async Task A_journal_that_is_not_there_is_not_ready()
    {
        await using var data = await DataFolder.CreateAsync();
        data.Get<IDatabase>().Release();
        foreach (var file in Directory.GetFiles(data.Path, "journal.db*"))
        {
            File.Delete(file);
        }

        Assert.AreEqual("The database cannot be read.", await data.Get<ServedData>().WhyNotReadyAsync());
    }
}
