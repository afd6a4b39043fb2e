using Modular.Access.Journal;
using Modular.Jobs;
using Modular.Storage.Backups;
using Modular.Tests;

namespace Modular.Storage.Tests.Backups;

[TestClass]
public sealed class BackupJobTests
{
    private static readonly JobRun Night = new("backup", null, "2026-01-15", new DateOnly(2026, 1, 15));

    [TestMethod]
    public async Task Each_night_one_is_made_read_back_and_journaled()
    {
        await using var data = await DataFolder.CreateAsync(new Clock("2026-01-15T02:30:00Z"));
        var job = data.Get<IEnumerable<IJob>>().OfType<BackupJob>().Single();
        var plan = job.Plans().Single();
        Assert.AreEqual(("backup", null, "daily 03:30 Europe/Paris day"), (plan.Key, plan.Site, plan.Timing));

        Assert.AreEqual("modular-20260115-023000.zip, relue et entière.", await job.RunAsync(Night, default));
        Assert.AreEqual("modular-20260115-023000.zip", data.Get<BackupFolder>().Files().Single().Name);
        var row = (await data.Get<IJournalReader>().PageAsync(new JournalFilter())).Rows.Single();
        Assert.AreEqual(("modular", "backup", "backup 2026-01-15"), (row.Login, row.Act, row.Detail));
    }

    [TestMethod]
    public async Task One_that_cannot_be_written_says_so_and_stands_in_no_journal()
    {
        await using var data = await DataFolder.CreateAsync();
        await File.WriteAllTextAsync(data.Get<BackupFolder>().Folder, "a file where the folder should be");
        var failed = await Assert.ThrowsExactlyAsync<JobFailedException>(() => data.Get<BackupJob>().RunAsync(Night, default));
        Assert.Contains("vérifiez la place et les droits", failed.Message);
        Assert.IsEmpty((await data.Get<IJournalReader>().PageAsync(new JournalFilter())).Rows);
    }
}
