using System.IO.Compression;
using Modular.Access;
using Modular.Access.Journal;
using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;
using Modular.Storage.Backups;
using Modular.Tests;

namespace Modular.Storage.Tests.Backups;

[TestClass]
public sealed class BackupTests
{
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("modular-backup-").FullName;

    private string Archive => Path.Combine(_elsewhere, "copie.zip");

    [TestMethod]
    public async Task What_was_there_comes_back_and_what_came_after_is_kept_aside()
    {
        await using var data = await WithDataAsync("avant");
        await data.Get<BackupArchive>().CreateAsync(Archive);
        await AddAsync(data, "apres");
        File.WriteAllText(Path.Combine(data.Path, "keys", "key-2.xml"), "after");
        await data.CloseAsync();

        var command = await DataFolder.OpenAsync(data.Path);
        var aside = await command.Get<BackupArchive>().RestoreAsync(Archive);
        await command.CloseAsync();

        await using var restored = await ReopenAsync(data.Path);
        CollectionAssert.AreEqual(new[] { "avant" }, await ReportsAsync(restored));
        Assert.IsTrue((await restored.Get<IJournalReader>().VerifyAsync()).IsWhole);
        CollectionAssert.AreEqual(new[] { "key-1.xml" }, Directory.GetFiles(Path.Combine(data.Path, "keys")).Select(Path.GetFileName).ToList());
        await using var kept = await DataFolder.OpenAsync(aside);
        CollectionAssert.AreEquivalent(new[] { "avant", "apres" }, await ReportsAsync(kept));
    }

    [TestMethod]
    public async Task What_a_backup_that_was_cut_off_left_is_gone_a_day_later_and_nobody_else_s_before()
    {
        await using var data = await WithDataAsync("avant");
        var (left, running) = (Path.Combine(data.Path, ".backup-left"), Path.Combine(data.Path, ".backup-running"));
        Directory.CreateDirectory(left);
        Directory.CreateDirectory(running);
        await File.WriteAllTextAsync(Path.Combine(left, "modular.db"), "half");
        Directory.SetLastWriteTimeUtc(left, TimeProvider.System.GetUtcNow().AddDays(-2).UtcDateTime);
        await data.Get<BackupArchive>().CreateAsync(Archive);
        CollectionAssert.AreEqual(new[] { running }, Directory.GetDirectories(data.Path, ".backup-*"));
    }

    [TestMethod]
    public async Task A_copy_made_while_the_data_is_written_is_whole()
    {
        await using var data = await WithDataAsync("avant");
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await data.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.Empty, "x", JournalAct.Read, null, null));
            }
        });
        await data.Get<BackupArchive>().CreateAsync(Archive);
        Assert.IsEmpty(await data.Get<BackupArchive>().VerifyAsync(Archive));
        await enough.CancelAsync();
        await writing;
    }

    [TestMethod]
    [DataRow("modular.db", "modular.db was altered")]
    [DataRow("keys/key-1.xml", "keys/key-1.xml was altered")]
    [DataRow("manifest.json", "no table of contents")]
    public async Task An_altered_backup_is_refused_and_nothing_is_touched(string entry, string said)
    {
        await using var data = await WithDataAsync("avant");
        await data.Get<BackupArchive>().CreateAsync(Archive);
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Update))
        {
            zip.GetEntry(entry)!.Delete();
            await using var altered = zip.CreateEntry(entry).Open();
            altered.WriteByte(42);
        }

        Assert.Contains(said, string.Join(' ', await data.Get<BackupArchive>().VerifyAsync(Archive)));
        await Assert.ThrowsExactlyAsync<BackupRefusedException>(() => data.Get<BackupArchive>().RestoreAsync(Archive));
        CollectionAssert.AreEqual(new[] { "avant" }, await ReportsAsync(data));
    }

    [TestMethod]
    public async Task A_truncated_file_another_file_and_no_file_are_refused_in_words()
    {
        await using var data = await WithDataAsync("avant");
        var archive = data.Get<BackupArchive>();
        await archive.CreateAsync(Archive);
        await using (var file = File.OpenWrite(Archive))
        {
            file.SetLength(file.Length / 2);
        }

        Assert.HasCount(1, await archive.VerifyAsync(Archive));
        Assert.Contains("does not exist", (await archive.VerifyAsync(Archive + "x"))[0]);
    }

    [TestMethod]
    public async Task A_restore_under_a_running_host_is_refused()
    {
        await using var data = await WithDataAsync("avant");
        await data.Get<BackupArchive>().CreateAsync(Archive);
        using var host = DataFolderLock.TryTake(data.Path);
        Assert.Contains(
            "a host runs", (await Assert.ThrowsExactlyAsync<BackupRefusedException>(() => data.Get<BackupArchive>().RestoreAsync(Archive))).Message);
        Assert.IsNull(DataFolderLock.TryTake(data.Path));
    }

    [TestMethod]
    public async Task A_backup_never_overwrites_and_leaves_nothing_behind()
    {
        await using var data = await WithDataAsync("avant");
        await data.Get<BackupArchive>().CreateAsync(Archive);
        await Assert.ThrowsExactlyAsync<BackupRefusedException>(() => data.Get<BackupArchive>().CreateAsync(Archive));
        Assert.IsEmpty(Directory.GetDirectories(data.Path, ".backup-*"));
        Assert.HasCount(1, Directory.GetFiles(_elsewhere));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task The_keys_in_it_are_its_owners_alone()
    {
        await using var data = await WithDataAsync("avant");
        await data.Get<BackupArchive>().CreateAsync(Archive);
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
    }

    [TestMethod]
    public async Task The_shelf_keeps_fourteen_nights_and_nothing_else_is_thrown_away()
    {
        var clock = new Clock("2026-01-01T02:30:00Z");
        await using var data = await DataFolder.CreateAsync(clock);
        var backups = data.Get<BackupFolder>();
        Directory.CreateDirectory(backups.Folder);
        File.WriteAllText(Path.Combine(backups.Folder, "before-schema-1.db"), "");
        for (var night = 0; night < 16; night++)
        {
            await backups.AddAsync();
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.HasCount(BackupFolder.Kept, backups.Files());
        Assert.AreEqual("modular-20260116-023000.zip", backups.Files()[0].Name);
        Assert.IsTrue(File.Exists(Path.Combine(backups.Folder, "before-schema-1.db")));
    }

    [TestCleanup]
    public void Clean() => Directory.Delete(_elsewhere, recursive: true);

    private static Task<DataFolder> ReopenAsync(string path) => DataFolder.OpenAsync(path);

    private static async Task<DataFolder> WithDataAsync(string report)
    {
        var data = await DataFolder.CreateAsync();
        Directory.CreateDirectory(Path.Combine(data.Path, "keys"));
        File.WriteAllText(Path.Combine(data.Path, "keys", "key-1.xml"), "before");
        await AddAsync(data, report);
        return data;
    }

    private static async Task AddAsync(DataFolder data, string report)
    {
        var now = new DateTimeOffset(2026, 1, 15, 6, 0, 0, TimeSpan.Zero);
        var delivery = new Delivery
        {
            Id = Guid.NewGuid(),
            Of = new MessageSubject("pantin", report, "2025"),
            Recipient = "a@exemple.fr",
            PlannedAt = now,
            NextAttemptAt = now,
            Until = now,
        };
        await data.Get<IDeliveryStore>().PlanAsync([delivery], "Prévu.");
        await data.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.Empty, "x", JournalAct.Read, null, report));
    }

    private static async Task<List<string>> ReportsAsync(DataFolder data) =>
        [.. (await data.Get<IDeliveryStore>().LatestAsync(10)).Select(one => one.Delivery.Of.Report)];
}
