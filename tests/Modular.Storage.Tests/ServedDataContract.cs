using System.Data.Common;
using Microsoft.Data.Sqlite;
using Modular.Tests;

namespace Modular.Storage.Tests;

/// <summary>What a host knows of its database, whichever it is.</summary>
public abstract class ServedDataContract
{
    protected abstract Task<DataFolder> OpenAsync();

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
    protected override Task<DataFolder> OpenAsync() => DataFolder.CreateAsync();

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
    protected override Task<DataFolder> OpenAsync() => PostgreSqlTestDatabase.FolderAsync();

    /// <summary>The error of a page whose checksum is wrong.</summary>
    private protected override Task FindDamagedAsync(DataFolder data) =>
        ExecuteAsync(data, "DO $$ BEGIN RAISE EXCEPTION 'invalid page in block 0' USING ERRCODE = 'data_corrupted'; END $$");

    private protected override Task TakeJournalAwayAsync(DataFolder data) => ExecuteAsync(data, "DROP TABLE journal_row, journal_brought");
}
