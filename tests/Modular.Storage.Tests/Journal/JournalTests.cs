using Microsoft.Data.Sqlite;
using Modular.Access;
using Modular.Access.Journal;
using Modular.Tests;

namespace Modular.Storage.Tests.Journal;

[TestClass]
public sealed class JournalTests
{
    [TestMethod]
    public async Task What_is_recorded_is_read_latest_first_and_whole()
    {
        var clock = new Clock("2026-11-23T08:00:00Z");
        await using var data = await DataFolder.CreateAsync(clock);
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
        await using var data = await DataFolder.CreateAsync();
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
        await using var data = await DataFolder.CreateAsync(clock);
        await RecordAsync(data, 1);
        clock.Set("2026-11-23T23:00:00Z");
        await RecordAsync(data, 1);

        var day = await data.Get<IJournalReader>().PageAsync(new JournalFilter(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow()));
        Assert.AreEqual(1, day.Rows.Single().Number);
    }

    [TestMethod]
    public async Task Two_processes_that_write_at_once_make_one_chain()
    {
        await using var one = await DataFolder.CreateAsync();
        await using var other = await DataFolder.OpenAsync(one.Path);
        await Task.WhenAll(Task.Run(() => RecordAsync(one, 150)), Task.Run(() => RecordAsync(other, 150)));

        var verdict = await one.Get<IJournalReader>().VerifyAsync();
        Assert.AreEqual((300L, true), (verdict.Rows, verdict.IsWhole), verdict.Sentence);
    }

    [TestMethod]
    public async Task The_file_refuses_changes_and_deletions()
    {
        await using var data = await DataFolder.CreateAsync();
        await RecordAsync(data, 2);
        Assert.Contains(
            "append-only", (await Assert.ThrowsExactlyAsync<SqliteException>(() => ExecuteAsync(data, "UPDATE journal_row SET login = 'x'"))).Message);
        Assert.Contains("append-only", (await Assert.ThrowsExactlyAsync<SqliteException>(() => ExecuteAsync(data, "DELETE FROM journal_row"))).Message);
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
        await using var data = await DataFolder.CreateAsync();
        await RecordAsync(data, 10);
        await ExecuteAsync(data, "DROP TRIGGER journal_row_is_never_changed; DROP TRIGGER journal_row_is_never_deleted; " + alteration);

        var verdict = await data.Get<IJournalReader>().VerifyAsync();
        Assert.AreEqual(row, verdict.Broken);
        Assert.Contains(FormattableString.Invariant($" {row} "), verdict.Sentence!.Replace("rows", "row"));
    }

    [TestMethod]
    [DataRow(9, "row 10 is missing: the journal was cut off at the end.")]
    [DataRow(8, "rows 9 to 10 are missing: the journal was cut off at the end.")]
    public async Task Rows_cut_off_at_the_end_are_named_one_as_one(int left, string sentence)
    {
        await using var data = await DataFolder.CreateAsync();
        await RecordAsync(data, 10);
        await ExecuteAsync(data, $"DROP TRIGGER journal_row_is_never_deleted; DELETE FROM journal_row WHERE number > {left}");
        Assert.AreEqual(sentence, (await data.Get<IJournalReader>().VerifyAsync()).Sentence);
    }

    [TestMethod]
    public async Task A_head_that_was_taken_away_is_missed()
    {
        await using var data = await DataFolder.CreateAsync();
        await RecordAsync(data, 2);
        File.Delete(Path.Combine(data.Path, "journal.head"));
        Assert.IsFalse((await data.Get<IJournalReader>().VerifyAsync()).IsWhole);
    }

    [TestMethod]
    public async Task An_empty_journal_is_whole()
    {
        await using var data = await DataFolder.CreateAsync();
        Assert.IsTrue((await data.Get<IJournalReader>().VerifyAsync()).IsWhole);
    }

    [TestMethod]
    public async Task A_journal_that_cannot_be_written_refuses_the_entry()
    {
        await using var data = await DataFolder.CreateAsync();
        await ExecuteAsync(data, "DROP TABLE journal_row");
        await Assert.ThrowsExactlyAsync<SqliteException>(() => RecordAsync(data, 1));
    }

    private static Task RecordAsync(DataFolder data, int count) => Task.WhenAll(Enumerable.Range(1, count).Select(number =>
        data.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.NewGuid(), $"worker-{number}", JournalAct.Read, "pantin", $"subject-{number}"))));

    private static async Task ExecuteAsync(DataFolder data, string sql)
    {
        await using var connection = await data.Get<IDatabase>().OpenJournalAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
