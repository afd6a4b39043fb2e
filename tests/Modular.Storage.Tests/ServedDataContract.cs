using System.Data.Common;
using Microsoft.Data.Sqlite;
using Modular.Tests;

namespace Modular.Storage.Tests;

/// <summary>What a host knows of its database, whichever it is.</summary>
public abstract class ServedDataContract
{
    protected abstract Task<DataFolder> OpenAsync(TimeProvider? time = null);

    /// <summary>Has the database say that there is no room for a change.</summary>
    private protected abstract Task FillAsync(DataFolder data);

    /// <summary>Has the database say that what is stored cannot be read any more.</summary>
    private protected abstract Task FindDamagedAsync(DataFolder data);

    private protected abstract Task TakeJournalAwayAsync(DataFolder data);

    [TestMethod]
    public async Task Data_that_answers_is_ready()
    {
        await using var data = await OpenAsync();
        Assert.IsNull(await data.Get<ServedData>().WhyNotReadyAsync());
    }

    [TestMethod]
    public async Task Data_of_which_something_was_found_damaged_is_not_ready_any_more()
    {
        await using var data = await OpenAsync();
        var failure = await Assert.ThrowsAsync<DbException>(() => FindDamagedAsync(data));
        Assert.IsFalse(data.Get<ServedData>().IsAway(new InvalidOperationException("a page failed", failure)), "it does not come back by itself");
        Assert.Contains("is damaged", (await data.Get<ServedData>().WhyNotReadyAsync())!);
    }

    [TestMethod]
    public async Task A_question_that_the_database_does_not_take_is_no_damage_and_will_not_be_taken_later()
    {
        await using var data = await OpenAsync();
        var failure = await Assert.ThrowsAsync<DbException>(() => ExecuteAsync(data, "SELECT nothing FROM nowhere"));
        Assert.IsFalse(data.Get<ServedData>().IsAway(failure));
        Assert.IsNull(await data.Get<ServedData>().WhyNotReadyAsync());
    }

    [TestMethod]
    public async Task Data_that_was_found_full_is_not_ready_for_half_a_minute_after_the_last_time()
    {
        var clock = new Clock(TimeProvider.System.GetUtcNow());
        await using var data = await OpenAsync(clock);
        var failure = await Assert.ThrowsAsync<DbException>(() => FillAsync(data));
        Assert.IsNull(await data.Get<ServedData>().WhyNotReadyAsync(), "nobody was told yet");
        for (var time = 0; time < 2; time++)
        {
            Assert.IsTrue(data.Get<ServedData>().IsAway(new InvalidOperationException("a page failed", failure)), "somebody may make room");
            clock.Advance(TimeSpan.FromSeconds(29));
            Assert.AreEqual("The database has no room left.", await data.Get<ServedData>().WhyNotReadyAsync());
        }

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.IsNull(await data.Get<ServedData>().WhyNotReadyAsync());
    }

    [TestMethod]
    public async Task A_journal_that_is_not_there_is_not_ready()
    {
        await using var data = await OpenAsync();
        await TakeJournalAwayAsync(data);
        Assert.AreEqual("The database cannot be read.", await data.Get<ServedData>().WhyNotReadyAsync());
    }

    private protected static async Task ExecuteAsync(DataFolder data, string statement)
    {
        await using var connection = await data.Get<IDatabase>().OpenJournalAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}

[TestClass]
public sealed class SqliteServedDataTests : ServedDataContract
{
    protected override Task<DataFolder> OpenAsync(TimeProvider? time = null) => DataFolder.CreateAsync(time);

    /// <summary>A file that may not grow.</summary>
    private protected override async Task FillAsync(DataFolder data)
    {
        await using var connection = await data.Get<IDatabase>().OpenJournalAsync();
        foreach (var statement in (string[])["PRAGMA max_page_count = 1", "CREATE TABLE more (text TEXT)", "INSERT INTO more VALUES (hex(zeroblob(1000000)))"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }

    private protected override async Task FindDamagedAsync(DataFolder data)
    {
        var spoiled = Path.Combine(data.Path, "spoiled.db");
        await File.WriteAllBytesAsync(spoiled, new byte[8192].Select(_ => (byte)42).ToArray());
        await using var connection = new SqliteConnection($"Data Source={spoiled};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        await command.ExecuteScalarAsync();
    }

    private protected override Task TakeJournalAwayAsync(DataFolder data)
    {
        data.Get<IDatabase>().Release();
        foreach (var file in Directory.GetFiles(data.Path, "journal.db*"))
        {
            File.Delete(file);
        }

        return Task.CompletedTask;
    }
}

[TestClass]
public sealed class PostgreSqlServedDataTests : ServedDataContract
{
    protected override Task<DataFolder> OpenAsync(TimeProvider? time = null) => PostgreSqlTestDatabase.FolderAsync(time);

    /// <summary>The error of a disk without room.</summary>
    private protected override Task FillAsync(DataFolder data) =>
        ExecuteAsync(data, "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$");

    [TestMethod]
    public async Task A_server_that_takes_no_changes_is_not_ready()
    {
        await using var data = await OpenAsync();
        await ExecuteAsync(data, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$");
        data.Get<IDatabase>().Release();
        Assert.AreEqual("The database only reads: it takes no changes.", await data.Get<ServedData>().WhyNotReadyAsync());
        await ExecuteAsync(
            data,
            "SET transaction_read_only = off; "
            + "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET default_transaction_read_only', current_database()); END $$");
        data.Get<IDatabase>().Release();
        Assert.IsNull(await data.Get<ServedData>().WhyNotReadyAsync());
    }

    /// <summary>The error of a page whose checksum is wrong.</summary>
    private protected override Task FindDamagedAsync(DataFolder data) =>
        ExecuteAsync(data, "DO $$ BEGIN RAISE EXCEPTION 'invalid page in block 0' USING ERRCODE = 'data_corrupted'; END $$");

    private protected override Task TakeJournalAwayAsync(DataFolder data) => ExecuteAsync(data, "DROP TABLE journal_row, journal_brought");
}
