using Microsoft.Data.Sqlite;

namespace Modular.Storage.Tests;

[TestClass]
public sealed class DatabaseTests
{
    [TestMethod]
    public async Task Each_connection_new_or_handed_out_again_syncs_every_commit_and_keeps_references_whole()
    {
        var folder = Directory.CreateTempSubdirectory("modular-database-");
        using var database = new Database(folder.FullName);
        var seen = new HashSet<object>();
        for (var time = 0; time < 3; time++)
        {
            await using var connection = await database.OpenAsync(DataFile.Main);
            seen.Add(connection.Handle!);
            Assert.AreEqual("wal", await ScalarAsync(connection, "PRAGMA journal_mode"));
            Assert.AreEqual(2L, await ScalarAsync(connection, "PRAGMA synchronous"));
            Assert.AreEqual(1L, await ScalarAsync(connection, "PRAGMA foreign_keys"));
            Assert.AreEqual(30_000L, await ScalarAsync(connection, "PRAGMA busy_timeout"));
        }

        Assert.HasCount(1, seen, "the connection was handed out again");
        SqliteConnection.ClearPool(new SqliteConnection(database.ConnectionString(DataFile.Main)));
        folder.Delete(recursive: true);
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        return await command.ExecuteScalarAsync();
    }
}
