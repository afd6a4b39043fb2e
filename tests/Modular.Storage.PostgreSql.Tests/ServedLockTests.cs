using Modular.Tests;
using Npgsql;

namespace Modular.Storage.PostgreSql.Tests;

/// <summary>What becomes of a host whose database was away, and is not the same when it is back.</summary>
[TestClass]
public sealed class ServedLockTests
{
    private PostgreSqlTestDatabase? _database;

    [TestInitialize]
    public async Task Open() => _database = await PostgreSqlTestDatabase.CreateAsync();

    [TestMethod]
    public async Task A_lock_whose_connection_was_cut_is_set_again_on_the_same_data()
    {
        await using var host = await DataFolder.CreateAsync(database: _database);
        await using var served = await ServeAsync(host, sentence => Assert.Fail(sentence));
        await CutAsync();
        await UntilHeldAsync(served);
    }

    [TestMethod]
    public async Task Data_that_was_restored_or_changed_meanwhile_is_served_no_more()
    {
        await using var host = await DataFolder.CreateAsync(database: _database);
        string? told = null;
        await using var served = await ServeAsync(host, sentence => told = sentence);
        await CutAsync();
        // As a restore does: the steps are applied anew.
        await ExecuteAsync("UPDATE schema_version SET applied_at = applied_at + interval '1 hour'");
        while (await served.IsSameAsync())
        {
            Assert.IsNull(told);
        }

        Assert.Contains("was restored, or changed by a later version", told!);
    }

    [TestMethod]
    public async Task A_clock_that_is_wrong_is_said_and_the_data_answers_all_the_same()
    {
        var clock = new Clock(TimeProvider.System.GetUtcNow());
        await using var host = await DataFolder.CreateAsync(clock, database: _database);
        Assert.IsNull(await host.Get<ServedData>().WhyWrongTimeAsync());
        clock.Advance(TimeSpan.FromMinutes(-5));
        Assert.Contains("clock", (await host.Get<ServedData>().WhyWrongTimeAsync())!);
        Assert.IsNull(await host.Get<ServedData>().WhyNotReadyAsync());
    }

    [TestCleanup]
    public Task Clean() => _database?.DropAsync() ?? Task.CompletedTask;

    private static Task<ServedLock> ServeAsync(DataFolder host, Action<string> replaced) =>
        ServedLock.SetAsync((PostgreSqlDatabase)host.Get<IDatabase>(), replaced, CancellationToken.None);

    private async Task UntilHeldAsync(ServedLock served)
    {
        while (await HoldersAsync() == 0)
        {
            Assert.IsTrue(await served.IsSameAsync());
        }
    }

    private Task CutAsync() => ExecuteAsync("""
        SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """);

    private async Task<long> HoldersAsync() => (long)(await ExecuteAsync("""
        SELECT count(*) FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """))!;

    private async Task<object?> ExecuteAsync(string text)
    {
        await using var connection = new NpgsqlConnection(_database!.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync();
    }
}
