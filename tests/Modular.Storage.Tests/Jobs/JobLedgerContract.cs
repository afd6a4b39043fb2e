using Modular.Jobs;
using Modular.Jobs.Ledger;
using Modular.Jobs.Schedules;
using Modular.Tests;
using Npgsql;

namespace Modular.Storage.Tests.Jobs;

public abstract class JobLedgerContract
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 6, 0, 0, TimeSpan.Zero);
    private static readonly JobRun Run = new("report:annuel", "pantin", "2025", new DateOnly(2026, 1, 15));

    protected abstract Task<DataFolder> OpenAsync();

    /// <summary>Another one whenever anything was written.</summary>
    protected abstract Task<long> VersionOfAsync(DataFolder data);

    [TestMethod]
    public async Task A_plan_remembers_when_it_was_first_seen_each_site_its_own()
    {
        await using var data = await OpenAsync();
        var ledger = data.Get<IJobLedger>();
        Assert.AreEqual(Now, (await ledger.SeenSinceAsync([Plan()], Now))["backup"]);
        var since = await ledger.SeenSinceAsync([Plan(), Plan() with { Site = "pantin" }], Now.AddDays(3));
        Assert.AreEqual((Now, Now.AddDays(3)), (since["backup"], since["backup@pantin"]));
    }

    [TestMethod]
    public async Task A_plan_that_gets_another_timing_is_seen_anew()
    {
        await using var data = await OpenAsync();
        var ledger = data.Get<IJobLedger>();
        await ledger.SeenSinceAsync([Plan()], Now);
        Assert.AreEqual(Now.AddDays(3), (await ledger.SeenSinceAsync([Plan("monday")], Now.AddDays(3)))["backup"]);
        Assert.AreEqual(Now.AddDays(3), (await ledger.SeenSinceAsync([Plan("monday")], Now.AddDays(4)))["backup"]);
    }

    [TestMethod]
    public async Task Plans_that_are_seen_at_once_by_many_are_written_once_and_those_that_are_known_not_again()
    {
        await using var data = await OpenAsync();
        var ledger = data.Get<IJobLedger>();
        var plans = Enumerable.Range(0, 12).Select(site => Plan() with { Site = $"site-{site}" }).ToList();
        var seen = await Task.WhenAll(Enumerable.Range(0, 6).Select(later => Task.Run(() => ledger.SeenSinceAsync(plans, Now.AddSeconds(later)))));
        Assert.HasCount(1, seen.SelectMany(one => one.Values).Distinct().ToList(), "one transaction wrote all of them");

        var version = await VersionOfAsync(data);
        await ledger.SeenSinceAsync(plans, Now.AddDays(1));
        Assert.AreEqual(version, await VersionOfAsync(data));
        await ledger.SeenSinceAsync([.. plans, Plan()], Now.AddDays(1));
        Assert.AreNotEqual(version, await VersionOfAsync(data));
    }

    [TestMethod]
    public async Task Of_many_that_ask_for_one_period_one_gets_it()
    {
        await using var data = await OpenAsync();
        var ledger = data.Get<IJobLedger>();
        await ledger.PlanAsync([Run], Now);
        var got = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => ledger.TakeAsync(Run.Job, Run.Site, null, Now))));
        Assert.AreEqual(Run, got.OfType<RunRecord>().Single().Run);
    }

    [TestMethod]
    public async Task What_is_done_is_started_again_only_when_asked()
    {
        await using var data = await OpenAsync();
        var ledger = data.Get<IJobLedger>();
        await ledger.PlanAsync([Run], Now);
        await ledger.TakeAsync(Run.Job, Run.Site, null, Now);
        Assert.IsFalse(await ledger.AskAsync(Run, Now), "it runs");
        await ledger.EndAsync(Run, JobState.Done, "Fait.", Now.AddMinutes(1), null);
        Assert.IsNull(await ledger.TakeAsync(Run.Job, Run.Site, null, Now.AddDays(9)));

        Assert.IsTrue(await ledger.AskAsync(Run, Now));
        Assert.AreEqual((Run, 2), await ledger.TakeAsync(Run.Job, Run.Site, null, Now) is { } again ? (again.Run, again.Attempts) : default);
    }

    [TestMethod]
    public async Task What_failed_is_taken_again_at_its_hour_and_what_was_given_up_is_not()
    {
        await using var data = await OpenAsync();
        var ledger = data.Get<IJobLedger>();
        await ledger.PlanAsync([Run], Now);
        await ledger.TakeAsync(Run.Job, Run.Site, null, Now);
        await ledger.EndAsync(Run, JobState.Failed, "Le disque est plein.", Now, Now.AddMinutes(15));
        Assert.IsNull(await ledger.TakeAsync(Run.Job, Run.Site, null, Now.AddMinutes(14)));
        Assert.IsNotNull(await ledger.TakeAsync(Run.Job, Run.Site, null, Now.AddMinutes(15)));

        await ledger.EndAsync(Run, JobState.Failed, "Le disque est plein.", Now, null);
        Assert.IsNull(await ledger.TakeAsync(Run.Job, Run.Site, null, Now.AddYears(1)));
    }

    [TestMethod]
    public async Task The_oldest_is_taken_first_or_the_one_that_is_wanted()
    {
        await using var data = await OpenAsync();
        var ledger = data.Get<IJobLedger>();
        var (first, second) = (Run with { Period = "2024", Day = new DateOnly(2025, 1, 15) }, Run);
        await ledger.PlanAsync([second, first, Run with { Site = "loire" }], Now);
        Assert.AreEqual(second, (await ledger.TakeAsync(Run.Job, Run.Site, second.Period, Now))?.Run);
        Assert.AreEqual(first, (await ledger.TakeAsync(Run.Job, Run.Site, null, Now))?.Run);
        Assert.IsNull(await ledger.TakeAsync(Run.Job, Run.Site, null, Now), "the others' are theirs");
    }

    [TestMethod]
    public async Task Planning_again_changes_nothing_of_what_ran()
    {
        await using var data = await OpenAsync();
        var ledger = data.Get<IJobLedger>();
        await ledger.PlanAsync([Run], Now);
        await ledger.TakeAsync(Run.Job, Run.Site, null, Now);
        await ledger.EndAsync(Run, JobState.Failed, "Le disque est plein.", Now.AddMinutes(1), Now.AddMinutes(16));
        await ledger.PlanAsync([Run, Run with { Period = "2024", Day = new DateOnly(2025, 1, 15) }], Now);
        var rows = await ledger.LatestAsync(Run.Job, Run.Site, 10);
        Assert.AreEqual(new RunRecord(Run, JobState.Failed, 1, Now, Now.AddMinutes(1), Now.AddMinutes(16), "Le disque est plein."), rows[0]);
        Assert.AreEqual(JobState.Planned, rows[1].State);
    }

    [TestMethod]
    public async Task What_one_host_runs_is_released_by_its_own_start_and_by_another_only_when_it_does_not_hold_it_any_more()
    {
        await using var data = await OpenAsync();
        await using var other = await OtherHostAsync(data);
        var (ledger, others) = (data.Get<IJobLedger>(), other.Get<IJobLedger>());
        await ledger.PlanAsync([Run], Now);
        await ledger.TakeAsync(Run.Job, Run.Site, null, Now);
        Assert.AreEqual(0, await others.ReleaseInterruptedAsync(Now), "its start is not the other's");
        Assert.AreEqual(0, await others.ReleaseAbandonedAsync(Now.AddMinutes(1)));
        await ledger.HoldAsync(Now.AddMinutes(1));
        Assert.AreEqual(0, await others.ReleaseAbandonedAsync(Now.AddMinutes(2.5)));
        Assert.AreEqual(0, await ledger.ReleaseAbandonedAsync(Now.AddHours(1)), "it is its own");
        Assert.AreEqual(1, await others.ReleaseAbandonedAsync(Now.AddMinutes(4)));

        // Taken over; what the first says of it afterwards comes too late.
        Assert.IsNotNull(await others.TakeAsync(Run.Job, Run.Site, null, Now.AddMinutes(4)));
        await ledger.EndAsync(Run, JobState.Done, "Fait.", Now.AddMinutes(5), null);
        Assert.AreEqual(JobState.Running, (await ledger.LatestAsync(Run.Job, Run.Site, 1))[0].State);
        Assert.AreEqual(1, await others.ReleaseInterruptedAsync(Now.AddMinutes(6)), "it starts again");
    }

    /// <summary>Another host, with a folder of its own, of the same database.</summary>
    protected abstract Task<DataFolder> OtherHostAsync(DataFolder data);

    private static JobPlan Plan(string on = "daily") => new()
    {
        Job = "backup",
        Label = "Sauvegarde",
        Schedule = new(Recurrence.Parse(on)!, new(3, 30), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")),
        CatchUp = CatchUp.Latest,
    };
}

[TestClass]
public sealed class SqliteJobLedgerTests : JobLedgerContract
{
    protected override Task<DataFolder> OpenAsync() => DataFolder.CreateAsync();

    /// <summary>The files are one folder's: by a link to it they have two names.</summary>
    protected override Task<DataFolder> OtherHostAsync(DataFolder data)
    {
        var link = data.Path + "-other";
        Directory.CreateSymbolicLink(link, data.Path);
        return DataFolder.OpenAsync(link);
    }

    protected override Task<long> VersionOfAsync(DataFolder data) => Task.FromResult(new FileInfo(Path.Combine(data.Path, "modular.db-wal")).Length);
}

[TestClass]
public sealed class PostgreSqlJobLedgerTests : JobLedgerContract
{
    private PostgreSqlTestDatabase _database = null!;

    protected override async Task<DataFolder> OpenAsync() => await DataFolder.CreateAsync(database: _database = await PostgreSqlTestDatabase.CreateAsync());

    protected override Task<DataFolder> OtherHostAsync(DataFolder data) => DataFolder.CreateAsync(database: _database);

    /// <summary>The last transaction that wrote a row.</summary>
    protected override async Task<long> VersionOfAsync(DataFolder data)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT max(xmin::text::bigint) FROM jobs_plan", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
