namespace Modular.Storage.Sqlite.Tests;

[TestClass]
public sealed class SqliteDatabaseTests
{
    [TestMethod]
    public async Task Each_connection_new_or_handed_out_again_syncs_every_commit_and_keeps_references_whole()
    {
        var folder = Directory.CreateTempSubdirectory("modular-database-");
        using (var database = new SqliteDatabase(folder.FullName))
        {
            var seen = new HashSet<object>();
            for (var time = 0; time < 3; time++)
            {
                await using var connection = await database.OpenAsync(DataFile.Main);
                seen.Add(connection.Handle!);
                Assert.AreEqual("wal", await connection.AskAsync("PRAGMA journal_mode"));
                Assert.AreEqual(2L, await connection.AskAsync("PRAGMA synchronous"));
                // In memory: not in a file of the machine, outside the data folder.
                Assert.AreEqual(2L, await connection.AskAsync("PRAGMA temp_store"));
                Assert.AreEqual(1L, await connection.AskAsync("PRAGMA foreign_keys"));
                Assert.AreEqual(30_000L, await connection.AskAsync("PRAGMA busy_timeout"));
            }

            Assert.HasCount(1, seen, "the connection was handed out again");
        }

        folder.Delete(recursive: true);
    }

    [TestMethod]
    public async Task One_writes_while_the_others_wait_for_their_turn()
    {
        using var database = new SqliteDatabase(Path.GetTempPath());
        var first = await database.TurnAsync(default);
        var second = database.TurnAsync(default);
        Assert.IsFalse(second.IsCompleted);
        first!.Dispose();
        (await second)!.Dispose();
    }

    [TestMethod]
    public async Task A_copy_is_read_as_it_is_and_leaves_nothing_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("modular-database-");
        var copies = folder.CreateSubdirectory("copies");
        using (var database = new SqliteDatabase(folder.FullName))
        {
            await using (var connection = await database.OpenAsync(DataFile.Main))
            {
                await connection.AskAsync("CREATE TABLE kept (number INTEGER); INSERT INTO kept VALUES (7)");
            }

            await database.CopyAsync(copies.FullName, default);
            Assert.IsEmpty(await database.CopyIn(copies.FullName).FaultsAsync(default));
            CollectionAssert.AreEquivalent(new[] { "modular.db", "journal.db" }, copies.GetFiles().Select(file => file.Name).ToList());
        }

        folder.Delete(recursive: true);
    }

    [TestMethod]
    public async Task A_database_that_lets_go_leaves_its_log_in_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("modular-database-");
        using (var database = new SqliteDatabase(folder.FullName))
        {
            await using (var connection = await database.OpenAsync(DataFile.Main))
            {
                await connection.AskAsync("CREATE TABLE kept (number INTEGER)");
            }

            Assert.IsTrue(File.Exists(database.PathOf(DataFile.Main) + "-wal"));
            database.Release();
            Assert.IsFalse(File.Exists(database.PathOf(DataFile.Main) + "-wal"));
        }

        folder.Delete(recursive: true);
    }
}
