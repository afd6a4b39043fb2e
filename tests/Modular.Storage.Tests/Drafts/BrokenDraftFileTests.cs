using System.IO.Compression;
using Modular.Intake.Drafts;
using Modular.Storage.Backups;
using Modular.Storage.Drafts;
using Modular.Tests;

namespace Modular.Storage.Tests.Drafts;

/// <summary>What becomes of drafts when something happens to their file.</summary>
[TestClass]
public sealed class BrokenDraftFileTests
{
    private static readonly DateTimeOffset Noon = DraftFolders.Noon;

    private static readonly Guid Account = DraftFolders.Account;

    private readonly Clock _clock = new(Noon);

    [TestMethod]
    [DataRow(8192)]
    [DataRow(10000)]
    [DataRow(16384)]
    [DataRow(24576)]
    public async Task A_file_that_is_cut_off_under_the_host_loses_nothing_that_is_kept_afterwards(int length)
    {
        var path = await DraftFolders.LeftAsync(0);
        var data = await DataFolder.OpenAsync(path, _clock);
        var store = data.Get<IDraftStore>();
        Assert.IsTrue(store.Put(DraftStoreTests.Row("before", Account, Noon), 99));
        using (var file = new FileStream(Path.Combine(path, "drafts.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(length);
        }

        Assert.IsTrue(store.Put(DraftStoreTests.Row("after", Account, Noon), 99));

        Assert.IsNotNull(store.Find("after"));
        Assert.IsNotNull(store.Find("after"));
        await data.CloseAsync();
        await using var again = await DataFolder.OpenAsync(path, _clock);
        Assert.IsNotNull(again.Get<IDraftStore>().Find("after"));
    }

    [TestMethod]
    [DataRow("truncated to its first page")]
    [DataRow("truncated to half a page")]
    [DataRow("filled with rubbish")]
    [DataRow("rubbish after its first page")]
    [DataRow("text")]
    public async Task A_file_that_cannot_be_read_is_set_aside_and_begun_anew(string how)
    {
        var path = await DraftFolders.LeftAsync(10);
        Break(Path.Combine(path, "drafts.db"), how);
        await using var data = await DataFolder.OpenAsync(path, _clock);
        var store = data.Get<IDraftStore>();
        Assert.IsLessThan(10, store.Of(Account).Count);
        Assert.IsTrue(store.Put(DraftStoreTests.Row("new", Account, Noon), 99));
        Assert.IsNotNull(store.Find("new"));
        var (name, at) = data.Get<UnreadableDrafts>().SetAside().Single();
        Assert.AreEqual(("drafts.unreadable-20261126-120000.db", Noon), (name, at));

        store.RemoveBefore(Noon.AddSeconds(1));
        Assert.IsEmpty(data.Get<UnreadableDrafts>().SetAside(), "What was set aside is as personal as what was not, and is kept no longer.");
    }

    [TestMethod]
    public async Task A_file_that_is_deleted_under_the_host_loses_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be deleted there.
            return;
        }

        var path = await DraftFolders.LeftAsync(10);
        var data = await DataFolder.OpenAsync(path, _clock);
        Assert.HasCount(10, data.Get<IDraftStore>().Of(Account));
        File.Delete(Path.Combine(path, "drafts.db"));
        Assert.IsTrue(data.Get<IDraftStore>().Put(DraftStoreTests.Row("new", Account, Noon), 99));
        await data.CloseAsync();
        await using var again = await DataFolder.OpenAsync(path, _clock);
        Assert.HasCount(11, again.Get<IDraftStore>().Of(Account));
    }

    [TestMethod]
    [DataRow("not there")]
    [DataRow("half a page")]
    [DataRow("rubbish")]
    public async Task After_a_kill_the_log_beside_the_file_holds_nothing_that_was_said_to_be_kept(string log)
    {
        var path = await KilledAsync(5, _ => { });
        var beside = Path.Combine(path, "drafts-log.db");
        File.Delete(beside);
        if (log != "not there")
        {
            var rubbish = new byte[log == "rubbish" ? 65_536 : 4_000];
            new Random(7).NextBytes(rubbish);
            await File.WriteAllBytesAsync(beside, rubbish);
        }

        await using var data = await DataFolder.OpenAsync(path, _clock);
        Assert.HasCount(10, data.Get<IDraftStore>().Of(Account));
        var told = data.Get<UnreadableDrafts>().SetAside().Select(aside => (aside.Name, aside.At));
        Assert.AreSequenceEqual(log == "rubbish" ? [("drafts.unreadable-20261126-120000-log.db", Noon)] : [], told);
    }

    [TestMethod]
    public async Task A_log_that_is_deleted_or_emptied_under_the_host_loses_nothing_to_a_kill_that_follows()
    {
        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be deleted there.
            return;
        }

        var path = await KilledAsync(10, running => File.Delete(Path.Combine(running, "drafts-log.db")));
        await using var data = await DataFolder.OpenAsync(path, _clock);
        Assert.HasCount(20, data.Get<IDraftStore>().Of(Account));
    }

    [TestMethod]
    public async Task What_was_set_aside_goes_thirty_days_after_it_was_last_written()
    {
        var path = await DraftFolders.LeftAsync(1);
        var file = Path.Combine(path, "drafts.db");
        Break(file, "text");
        File.SetLastWriteTimeUtc(file, Noon.AddDays(-20).UtcDateTime);
        await using var data = await DataFolder.OpenAsync(path, _clock);
        data.Get<IDraftStore>().RemoveBefore(Noon.AddDays(-30));
        Assert.AreEqual(Noon, data.Get<UnreadableDrafts>().SetAside().Single().At);
        data.Get<IDraftStore>().RemoveBefore(Noon.AddDays(-19));
        Assert.IsEmpty(data.Get<UnreadableDrafts>().SetAside());
    }

    [TestMethod]
    public async Task A_page_that_breaks_while_the_host_runs_takes_no_more_than_itself()
    {
        var path = await DraftFolders.LeftAsync(10);
        await using var data = await DataFolder.OpenAsync(path, _clock);
        var store = data.Get<IDraftStore>();
        Assert.HasCount(10, store.Of(Account));
        Break(Path.Combine(path, "drafts.db"), "rubbish after its first page");
        for (var turn = 0; turn < 30; turn++)
        {
            Assert.IsTrue(store.Put(DraftStoreTests.Row($"new-{turn}", Account, Noon, new string('x', 20_000)), 99));
        }

        Assert.AreEqual(30, store.Of(Account).Count(row => row.Id.StartsWith("new-", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_file_that_has_grown_is_small_again_at_the_next_start()
    {
        var path = await DraftFolders.LeftAsync(1);
        var file = Path.Combine(path, "drafts.db");
        await using (var data = await DataFolder.OpenAsync(path, _clock))
        {
            var store = data.Get<IDraftStore>();
            for (var id = 0; id < 80; id++)
            {
                store.Put(DraftStoreTests.Row($"old-{id}", Account, Noon.AddDays(-40), new string('x', 250_000)), 99);
            }

            store.RemoveBefore(Noon.AddDays(-30));
            Assert.IsGreaterThan(16_000_000, new FileInfo(file).Length);
            await data.CloseAsync();
            await using var next = await DataFolder.OpenAsync(path, _clock);
            Assert.HasCount(1, next.Get<IDraftStore>().Of(Account));
            Assert.IsLessThan(100_000, new FileInfo(file).Length);
        }
    }

    [TestMethod]
    public async Task Drafts_are_in_no_backup_and_a_restore_sets_them_aside()
    {
        var path = await DraftFolders.LeftAsync(3);
        var archive = Path.Combine(Directory.CreateTempSubdirectory("modular-backup-").FullName, "copie.zip");
        await using var data = await DataFolder.OpenAsync(path, _clock);
        Directory.CreateDirectory(Path.Combine(path, "keys"));
        Assert.HasCount(3, data.Get<IDraftStore>().Of(Account));
        await data.Get<BackupArchive>().CreateAsync(archive);
        await using (var zip = await ZipFile.OpenReadAsync(archive))
        {
            Assert.IsFalse(zip.Entries.Any(entry => entry.Name.Contains("draft", StringComparison.OrdinalIgnoreCase)));
        }

        await data.CloseAsync();
        File.Copy(Path.Combine(path, "drafts.db"), Path.Combine(path, "drafts.new.db"));
        var command = await DataFolder.OpenAsync(path, _clock);
        var aside = await command.Get<BackupArchive>().RestoreAsync(archive);
        await command.CloseAsync();
        await using var restored = await DataFolder.OpenAsync(path, _clock);
        Assert.IsEmpty(restored.Get<IDraftStore>().Of(Account));
        Assert.IsTrue(File.Exists(Path.Combine(aside, "drafts.db")));
    }

    /// <summary>A folder as a kill leaves it: so many drafts, then something happens, then as many again.</summary>
    private async Task<string> KilledAsync(int drafts, Action<string> meanwhile)
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        for (var id = 0; id < drafts; id++)
        {
            Assert.IsTrue(data.Get<IDraftStore>().Put(DraftStoreTests.Row($"{id}", Account, Noon, new string('x', 20_000)), 99));
        }

        meanwhile(data.Path);
        for (var id = 0; id < drafts; id++)
        {
            Assert.IsTrue(data.Get<IDraftStore>().Put(DraftStoreTests.Row($"again-{id}", Account, Noon, new string('y', 20_000)), 99));
        }

        return await DraftFolders.KilledAsync(data);
    }

    private static void Break(string file, string how)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var rubbish = new byte[stream.Length];
        new Random(7).NextBytes(rubbish);
        switch (how)
        {
            case "truncated to its first page":
                stream.SetLength(8192);
                break;
            case "truncated to half a page":
                stream.SetLength(4000);
                break;
            case "filled with rubbish":
                stream.Write(rubbish);
                break;
            case "rubbish after its first page":
                stream.Position = 8192;
                stream.Write(rubbish.AsSpan(8192));
                break;
            default:
                stream.SetLength(0);
                stream.Write("Rien de ce fichier n’est un brouillon."u8);
                break;
        }
    }
}
