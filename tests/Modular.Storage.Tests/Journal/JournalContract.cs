using System.Data.Common;
using Modular.Access;
using Modular.Access.Journal;
using Modular.Tests;

namespace Modular.Storage.Tests.Journal;

/// <summary>What the journal keeps to, whatever the database.</summary>
public abstract class JournalContract
{
    /// <summary>Statements that take its protection away.</summary>
    protected abstract string Unprotect { get; }

    protected abstract Task<DataFolder> OpenAsync(TimeProvider? time = null);

    /// <summary>Another process that writes the same journal.</summary>
    protected abstract Task<DataFolder> OtherHostAsync(DataFolder data);

    [TestMethod]
    public async Task What_is_recorded_is_read_latest_first_and_whole()
    {
        var clock = new Clock("2026-11-23T08:00:00Z");
        await using var data = await OpenAsync(clock);
        await RecordAsync(data, 3);

        var page = await data.Get<IJournalReader>().PageAsync(new JournalFilter());
        CollectionAssert.AreEqual(new long[] { 3, 2, 1 }, page.Rows.Select(row => row.Number).ToArray());
        Assert.AreEqual(
            ("worker-3", "read", "pantin", "subject-3", (string?)null),
            (page.Rows[0].Login, page.Rows[0].Act, page.Rows[0].Site, page.Rows[0].Subject, page.Rows[0].Detail));
        Assert.AreEqual(clock.GetUtcNow(), page.Rows[0].At);
        Assert.IsTrue((await data.Get<IJournalReader>().VerifyAsync()).IsWhole);
    }

    [TestMethod]
    public async Task Pages_follow_each_other_and_count_what_the_filter_finds()
    {
        await using var data = await OpenAsync();
        await RecordAsync(data, 5);
        await data.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.Empty, "other", JournalAct.Read, "loire", null));

        var reader = data.Get<IJournalReader>();
        var first = await reader.PageAsync(new JournalFilter(Site: "pantin", Size: 3));
        var second = await reader.PageAsync(new JournalFilter(Site: "pantin", Size: 3, Before: first.Older));
        Assert.AreEqual(5, first.Total);
        CollectionAssert.AreEqual(new long[] { 5, 4, 3, 2, 1 }, first.Rows.Concat(second.Rows).Select(row => row.Number).ToArray());
        Assert.IsNull(second.Older);
    }

    [TestMethod]
    public async Task Days_include_their_first_instant_and_exclude_the_next_days()
    {
        var clock = new Clock("2026-11-22T23:00:00Z");
        await using var data = await OpenAsync(clock);
        await RecordAsync(data, 1);
        clock.Set("2026-11-23T23:00:00Z");
        await RecordAsync(data, 1);

        var day = await data.Get<IJournalReader>().PageAsync(new JournalFilter(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow()));
        Assert.AreEqual(1, day.Rows.Single().Number);
    }

    [TestMethod]
    public async Task Two_processes_that_write_at_once_make_one_chain()
    {
        await using var one = await OpenAsync();
        await using var other = await OtherHostAsync(one);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(process => Task.Run(async () =>
        {
            for (var time = 0; time < 15; time++)
            {
                await RecordAsync(process == 0 ? one : other, 10);
            }
        })));

        foreach (var data in new[] { one, other })
        {
            var verdict = await data.Get<IJournalReader>().VerifyAsync();
            Assert.AreEqual((300L, true), (verdict.Rows, verdict.IsWhole), verdict.Sentence);
        }
    }

    [TestMethod]
    public async Task The_database_refuses_changes_and_deletions()
    {
        await using var data = await OpenAsync();
        await RecordAsync(data, 2);
        foreach (var alteration in new[] { "UPDATE journal_row SET login = 'x'", "DELETE FROM journal_row" })
        {
            Assert.Contains("append-only", (await Assert.ThrowsAsync<DbException>(() => ExecuteAsync(data, alteration))).Message);
        }
    }

    [TestMethod]
    [DataRow("UPDATE journal_row SET login = 'somebody' WHERE number = 4", 4L)]
    [DataRow("UPDATE journal_row SET at = at + 1 WHERE number = 1", 1L)]
    [DataRow("UPDATE journal_row SET site = NULL WHERE number = 10", 10L)]
    [DataRow("UPDATE journal_row SET detail = '' WHERE number = 2", 2L)]
    [DataRow("UPDATE journal_row SET account = 'broken' WHERE number = 3", 3L)]
    [DataRow("DELETE FROM journal_row WHERE number = 5", 5L)]
    [DataRow("DELETE FROM journal_row WHERE number = 10", 10L)]
    [DataRow("DELETE FROM journal_row", 1L)]
    [DataRow("UPDATE journal_row SET login = site, site = login WHERE number = 6", 6L)]
    public async Task An_alteration_is_found_at_its_row(string alteration, long row)
    {
        await using var data = await OpenAsync();
        await RecordAsync(data, 10);
        await ExecuteAsync(data, Unprotect + alteration);

        var verdict = await data.Get<IJournalReader>().VerifyAsync();
        Assert.AreEqual(row, verdict.Broken);
        Assert.Contains(FormattableString.Invariant($" {row} "), verdict.Sentence!.Replace("rows", "row"));
    }

    [TestMethod]
    [DataRow(9, "row 10 is missing: the journal was cut off at the end.")]
    [DataRow(8, "rows 9 to 10 are missing: the journal was cut off at the end.")]
    public async Task Rows_cut_off_at_the_end_are_named_one_as_one(int left, string sentence)
    {
        await using var data = await OpenAsync();
        await RecordAsync(data, 10);
        await ExecuteAsync(data, $"{Unprotect}DELETE FROM journal_row WHERE number > {left}");
        Assert.AreEqual(sentence, (await data.Get<IJournalReader>().VerifyAsync()).Sentence);
    }

    [TestMethod]
    public async Task A_head_that_was_taken_away_is_missed()
    {
        await using var data = await OpenAsync();
        await RecordAsync(data, 2);
        File.Delete(Path.Combine(data.Path, "journal.head"));
        Assert.IsFalse((await data.Get<IJournalReader>().VerifyAsync()).IsWhole);
    }

    [TestMethod]
    public async Task An_empty_journal_is_whole()
    {
        await using var data = await OpenAsync();
        Assert.IsTrue((await data.Get<IJournalReader>().VerifyAsync()).IsWhole);
    }

    [TestMethod]
    public async Task A_journal_that_cannot_be_written_refuses_the_entry()
    {
        await using var data = await OpenAsync();
        await ExecuteAsync(data, "ALTER TABLE journal_row RENAME TO taken_away");
        await Assert.ThrowsAsync<DbException>(() => RecordAsync(data, 1));

        await ExecuteAsync(data, "ALTER TABLE taken_away RENAME TO journal_row");
        await RecordAsync(data, 1);
        Assert.AreEqual(1, (await data.Get<IJournalReader>().VerifyAsync()).Rows, "the next one is tried again");
    }

    private static Task RecordAsync(DataFolder data, int count) => Task.WhenAll(Enumerable.Range(1, count).Select(number =>
        data.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.NewGuid(), $"worker-{number}", JournalAct.Read, "pantin", $"subject-{number}"))));

    protected static async Task ExecuteAsync(DataFolder data, string sql)
    {
        await using var connection = await data.Get<IDatabase>().OpenJournalAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

[TestClass]
public sealed class SqliteJournalTests : JournalContract
{
    protected override string Unprotect => "DROP TRIGGER journal_row_is_never_changed; DROP TRIGGER journal_row_is_never_deleted; ";

    protected override Task<DataFolder> OpenAsync(TimeProvider? time = null) => DataFolder.CreateAsync(time);

    protected override Task<DataFolder> OtherHostAsync(DataFolder data) => data.AgainAsync();
}

[TestClass]
public sealed class PostgreSqlJournalTests : JournalContract
{
    private PostgreSqlTestDatabase _database = null!;

    protected override string Unprotect => "DROP TRIGGER journal_row_is_never_changed ON journal_row; ";

    [TestMethod]
    public async Task The_database_refuses_to_empty_it()
    {
        await using var data = await OpenAsync();
        Assert.Contains("append-only", (await Assert.ThrowsAsync<DbException>(() => ExecuteAsync(data, "TRUNCATE journal_row"))).Message);
    }

    protected override async Task<DataFolder> OpenAsync(TimeProvider? time = null) =>
        await DataFolder.CreateAsync(time, database: _database = await PostgreSqlTestDatabase.CreateAsync());

    /// <summary>With a folder, and a head kept apart, of its own.</summary>
    protected override Task<DataFolder> OtherHostAsync(DataFolder data) => DataFolder.CreateAsync(database: _database);
}
