using Modular.Access;
using Modular.Access.Journal;
using Modular.Intake.Situations;
using Modular.Storage.Tests.Intake;
using Modular.Tests;

namespace Modular.Storage.Tests.Journal;

/// <summary>What the journal is to say of a change is written with it, whatever the database.</summary>
public abstract class PendingJournalContract
{
    private static readonly SituationScope Pantin = SituationScope.OfCommand("pantin");

    protected abstract Task<DataFolder> OpenAsync(TimeProvider? time = null);

    /// <summary>A host whose tables and journal are what copies in a folder say.</summary>
    protected abstract Task<DataFolder> RestoredAsync(string copies);

    [TestMethod]
    public async Task A_change_and_what_is_told_of_it_are_there_together_or_not_at_all()
    {
        await using var data = await OpenAsync(new Clock("2026-11-23T08:00:00Z"));
        var store = data.Get<IIntakeStore>();
        var addition = IntakeStoreContract.New("pantin", new DateOnly(2026, 11, 23));
        await store.AddAsync(Pantin, [addition]);
        await store.AddAsync(Pantin, [addition]);
        var row = (await store.FindAsync(Pantin, addition.Situation.Id))!;
        row.Version = 7;
        Assert.IsFalse(await store.ChangeAsync(Pantin, new Change(row, null, null, "o", "[]")));
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => store.AddAsync(Pantin, [IntakeStoreContract.New("pantin", default), Elsewhere()]));

        var told = await data.Get<IPendingJournal>().ReadAsync(0);
        var expected = JournalChain.Line(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), ToldChanges.Told with { Detail = "1" });
        CollectionAssert.AreEqual(new[] { expected }, told.Select(pending => pending.Line).ToList());
    }

    [TestMethod]
    public async Task Whoever_brings_it_and_however_often_it_comes_once_in_order_before_what_comes_after()
    {
        await using var killed = await OpenAsync();
        await AddAsync(killed, 20);
        await using var next = await killed.AgainAsync();
        await using var other = await killed.AgainAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(turn => (turn % 2 == 0 ? next : other).Get<IAccessJournal>().BringAsync()));
        await AddAsync(next, 3);
        await Task.WhenAll(next.Get<IAccessJournal>().BringAsync(), next.Get<IAccessJournal>().RecordAsync(ToldChanges.Told with { Detail = "after" }));

        var rows = (await next.Get<IJournalReader>().PageAsync(new JournalFilter())).Rows.Select(row => row.Detail).Reverse().ToList();
        CollectionAssert.AreEqual(Enumerable.Range(1, 20).Concat([1, 2, 3]).Select(number => $"{number}").Append("after").ToList(), rows);
        Assert.IsTrue((await next.Get<IJournalReader>().VerifyAsync()).IsWhole);
    }

    [TestMethod]
    public async Task What_the_journal_has_is_cleared_away_and_nothing_else()
    {
        await using var data = await OpenAsync();
        await AddAsync(data, 300);
        await data.Get<IAccessJournal>().BringAsync();
        // The journal's one writer clears before it takes the next.
        await data.Get<IAccessJournal>().BringAsync();
        Assert.IsEmpty(await data.Get<IPendingJournal>().ReadAsync(0));

        await AddAsync(data, 1);
        await data.Get<IAccessJournal>().RecordAsync(ToldChanges.Told);
        Assert.HasCount(1, await data.Get<IPendingJournal>().ReadAsync(0));
        Assert.AreEqual(301, (await data.Get<IJournalReader>().VerifyAsync()).Rows);
    }

    [TestMethod]
    public async Task In_a_backup_whose_journal_is_newer_than_its_tables_the_next_changes_are_told_of_too()
    {
        await using var data = await OpenAsync();
        var (earlier, later) = (Directory.CreateTempSubdirectory("modular-earlier-"), Directory.CreateTempSubdirectory("modular-later-"));
        await AddAsync(data, 1);
        await data.Get<IAccessJournal>().BringAsync();
        await data.Get<IDatabase>().CopyAsync(earlier.FullName, default);
        await AddAsync(data, 2);
        await data.Get<IAccessJournal>().BringAsync();
        await data.Get<IDatabase>().CopyAsync(later.FullName, default);
        File.Copy(Path.Combine(data.Path, "journal.head"), Path.Combine(later.FullName, "journal.head"));
        File.Copy(Path.Combine(earlier.FullName, "modular.db"), Path.Combine(later.FullName, "modular.db"), overwrite: true);

        await using (var restored = await RestoredAsync(later.FullName))
        {
            await AddAsync(restored, 3);
            await restored.Get<IAccessJournal>().BringAsync();
            var rows = (await restored.Get<IJournalReader>().PageAsync(new JournalFilter())).Rows.Select(row => row.Detail).Reverse().ToList();
            CollectionAssert.AreEqual(new[] { "1", "1", "2", "1", "2", "3" }, rows);
            Assert.IsTrue((await restored.Get<IJournalReader>().VerifyAsync()).IsWhole);
        }

        earlier.Delete(recursive: true);
        later.Delete(recursive: true);
    }

    private static async Task AddAsync(DataFolder data, int times)
    {
        for (var number = 1; number <= times; number++)
        {
            var detail = $"{number}";
            await data.Get<IIntakeStore>().AddAsync(
                Pantin, [IntakeStoreContract.New("pantin", new DateOnly(2026, 11, 23))], _ => ToldChanges.Told with { Detail = detail });
        }
    }

    private static Addition Elsewhere() => IntakeStoreContract.New("loire", new DateOnly(2026, 11, 23));
}

[TestClass]
public sealed class SqlitePendingJournalTests : PendingJournalContract
{
    protected override Task<DataFolder> OpenAsync(TimeProvider? time = null) => DataFolder.CreateAsync(time);

    /// <summary>They are its files.</summary>
    protected override Task<DataFolder> RestoredAsync(string copies)
    {
        var folder = Directory.CreateTempSubdirectory("modular-restored-").FullName;
        foreach (var file in Directory.GetFiles(copies))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return DataFolder.OpenAsync(folder);
    }
}

[TestClass]
public sealed class PostgreSqlPendingJournalTests : PendingJournalContract
{
    protected override Task<DataFolder> OpenAsync(TimeProvider? time = null) => PostgreSqlTestDatabase.FolderAsync(time);

    protected override async Task<DataFolder> RestoredAsync(string copies)
    {
        var data = await OpenAsync();
        var aside = Directory.CreateDirectory(Path.Combine(data.Path, "aside")).FullName;
        await data.Get<IDatabase>().ReplaceAsync(copies, aside, default);
        File.Copy(Path.Combine(copies, "journal.head"), Path.Combine(data.Path, "journal.head"), overwrite: true);
        return data;
    }
}
