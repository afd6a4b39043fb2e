using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Jobs.Engine;
using Modular.Jobs.Ledger;
using Modular.Tests;

namespace Modular.Jobs.Tests.Ledger;

[TestClass]
public sealed class JobRunnerTests
{
    private readonly Clock _clock = new("2026-01-10T12:00:00Z");

    [TestMethod]
    public async Task A_report_that_fell_due_while_the_host_was_down_is_made_once()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var jobs = new Recorder(Recorder.Plan("report:annuel", "15 January", CatchUp.Every));
        await RoundAsync(data, jobs);
        Assert.IsEmpty(jobs.Runs, "nothing is owed from before the plan was seen");

        _clock.Set("2026-01-20T12:00:00Z");
        await RoundAsync(data, jobs);
        await RoundAsync(data, jobs);
        Assert.AreEqual(new JobRun("report:annuel", "pantin", "2025", new DateOnly(2026, 1, 15)), jobs.Runs.Single());
    }

    [TestMethod]
    public async Task Each_missed_report_is_owed_and_of_daily_lists_the_last_alone()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var jobs = new Recorder(Recorder.Plan("report", "monday", CatchUp.Every), Recorder.Plan("list", "daily", CatchUp.Latest));
        await RoundAsync(data, jobs);
        _clock.Set("2026-02-01T12:00:00Z");
        await RoundAsync(data, jobs);

        CollectionAssert.AreEqual(
            new[] { "2026-01-12", "2026-01-19", "2026-01-26" }, jobs.Runs.Where(run => run.Job == "report").Select(run => run.Period).ToList());
        Assert.AreEqual("2026-02-01", jobs.Runs.Single(run => run.Job == "list").Period);
    }

    [TestMethod]
    public async Task A_plan_that_gets_another_rhythm_owes_nothing_of_the_past()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        await RoundAsync(data, new Recorder(Recorder.Plan("report:annuel", "15 January", CatchUp.Every)));
        _clock.Set("2026-12-02T12:00:00Z");
        var jobs = new Recorder(Recorder.Plan("report:annuel", "monday", CatchUp.Every));
        await RoundAsync(data, jobs);
        await RoundAsync(data, jobs);
        Assert.IsEmpty(jobs.Runs, "47 Mondays had passed");

        _clock.Set("2026-12-07T12:00:00Z");
        await RoundAsync(data, jobs);
        Assert.AreEqual("2026-12-07", jobs.Runs.Single().Period);
    }

    [TestMethod]
    public async Task A_plan_known_to_a_version_that_kept_no_rhythm_still_owes_what_it_missed()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var jobs = new Recorder(Recorder.Plan("report", "monday", CatchUp.Every));
        await RoundAsync(data, jobs);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "modular.db")};Pooling=False"))
        await using (var command = connection.CreateCommand())
        {
            await connection.OpenAsync();
            command.CommandText = "UPDATE jobs_plan SET timing = NULL";
            Assert.AreEqual(1, await command.ExecuteNonQueryAsync());
        }

        _clock.Set("2026-01-20T12:00:00Z");
        await RoundAsync(data, jobs);
        Assert.HasCount(2, jobs.Runs);
        // From here on it is kept.
        _clock.Set("2026-03-01T12:00:00Z");
        jobs.Current = [Recorder.Plan("report", "friday", CatchUp.Every)];
        await RoundAsync(data, jobs);
        Assert.HasCount(2, jobs.Runs);
    }

    [TestMethod]
    public async Task Two_runners_at_once_run_it_once()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest));
        await RoundAsync(data, jobs);
        _clock.Set("2026-01-11T12:00:00Z");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RoundAsync(data, jobs))));
        Assert.HasCount(1, jobs.Runs);
    }

    [TestMethod]
    public async Task A_failure_is_told_waits_and_is_tried_again_until_it_works()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var broken = true;
        var jobs = new Recorder(Recorder.Plan("backup", "daily", CatchUp.Latest, site: null))
        {
            During = _ => broken ? throw new JobFailedException("Le disque est plein.") : Task.CompletedTask,
        };
        await RoundAsync(data, jobs);
        _clock.Set("2026-01-11T06:00:00Z");
        await RoundAsync(data, jobs);
        var failed = await LastAsync(data, "backup");
        Assert.AreEqual((JobState.Failed, "Le disque est plein.", _clock.GetUtcNow().AddMinutes(15)), (failed.State, failed.Sentence, failed.RetryAt));

        _clock.Advance(TimeSpan.FromMinutes(14));
        await RoundAsync(data, jobs);
        Assert.HasCount(1, jobs.Runs, "not before its time");

        broken = false;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync(data, jobs);
        var done = await LastAsync(data, "backup");
        Assert.AreEqual((JobState.Done, 2, "Fait."), (done.State, done.Attempts, done.Sentence));
    }

    [TestMethod]
    public async Task A_failure_nobody_foresaw_keeps_its_message_to_itself_and_lets_the_others_run()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var jobs = new Recorder(Recorder.Plan("a", "daily", CatchUp.Latest), Recorder.Plan("b", "daily", CatchUp.Latest))
        {
            During = run => run.Job == "a" ? throw new InvalidOperationException("Madame Dupont") : Task.CompletedTask,
        };
        await RoundAsync(data, jobs);
        _clock.Set("2026-01-11T12:00:00Z");
        await RoundAsync(data, jobs);
        Assert.DoesNotContain("Dupont", (await LastAsync(data, "a", "pantin")).Sentence!);
        Assert.AreEqual(JobState.Done, (await LastAsync(data, "b", "pantin")).State);
    }

    [TestMethod]
    public async Task A_period_asked_for_by_hand_is_run_again_but_not_while_it_runs()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var plan = Recorder.Plan("report:annuel", "15 January", CatchUp.Every);
        var jobs = new Recorder(plan);
        var runner = RunnerOf(data, jobs);
        Assert.IsTrue(await runner.AskAsync(plan, default));
        await runner.CatchUpAsync(plan, default);
        Assert.AreEqual("2024", jobs.Runs.Single().Period, "the last that fell due, on 15 January 2025");

        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        jobs.During = _ => { begun.SetResult(); return release.Task; };
        Assert.IsTrue(await runner.AskAsync(plan, default));
        var running = runner.CatchUpAsync(plan, default);
        await begun.Task;
        Assert.IsFalse(await runner.AskAsync(plan, default));
        release.SetResult();
        await running;
        Assert.HasCount(2, jobs.Runs);
    }

    [TestMethod]
    public async Task A_run_asked_for_twice_is_run_once_and_survives_a_host_that_dies_before_it_rang()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var plan = Recorder.Plan("list", "daily", CatchUp.Latest);
        var jobs = new Recorder(plan);
        Assert.IsTrue(await RunnerOf(data, jobs).AskAsync(plan, default));
        Assert.IsTrue(await RunnerOf(data, jobs).AskAsync(plan, default));
        // The engine did not call: the host died. Another round, of the next host, finds it.
        await RoundAsync(data, jobs);
        await RoundAsync(data, jobs);
        Assert.AreEqual("2026-01-10", jobs.Runs.Single().Period);
    }

    [TestMethod]
    public async Task A_plan_never_runs_beside_itself_and_what_is_asked_meanwhile_follows()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var plan = Recorder.Plan("report", "monday", CatchUp.Every);
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var beside = 0;
        var jobs = new Recorder(plan);
        var runner = RunnerOf(data, jobs);
        await runner.CatchUpAsync(plan, default);
        jobs.During = async _ =>
        {
            Assert.AreEqual(1, Interlocked.Increment(ref beside));
            begun.TrySetResult();
            await release.Task;
            Interlocked.Decrement(ref beside);
        };
        _clock.Set("2026-01-26T12:00:00Z");
        var running = runner.CatchUpAsync(plan, default);
        await begun.Task;
        // Calls that come meanwhile, one of them for a period that has fallen due since.
        _clock.Set("2026-02-02T12:00:00Z");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => runner.CatchUpAsync(plan, default)));
        release.SetResult();
        await running;
        CollectionAssert.AreEqual(new[] { "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02" }, jobs.Runs.Select(run => run.Period).ToList());
        Assert.IsTrue((await data.Get<IJobLedger>().LatestAsync("report", "pantin", 9)).All(row => row is { State: JobState.Done, Attempts: 1 }));
    }

    [TestMethod]
    public async Task A_ring_tells_the_engine_nothing_but_the_key()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var plan = Recorder.Plan("list", "daily", CatchUp.Latest) with { PeriodOf = _ => throw new InvalidOperationException("Madame Dupont") };
        var jobs = new Recorder(Recorder.Plan("other", "daily", CatchUp.Latest), plan, Recorder.Plan("last", "daily", CatchUp.Latest));
        var due = DueOf(data, jobs);
        _clock.Set("2026-01-11T12:00:00Z");
        await due.PlanAsync("gone@nowhere", default);
        var told = await Assert.ThrowsExactlyAsync<DueJobsFailedException>(() => due.PlanAsync("list@pantin", default));
        Assert.AreEqual(("list@pantin", null), (told.Message, told.InnerException));
        var round = await Assert.ThrowsExactlyAsync<DueJobsFailedException>(() => due.RoundAsync(default));
        Assert.AreEqual("list@pantin", round.Message);
        var since = await data.Get<IJobLedger>().SeenSinceAsync([jobs.Current[2]], _clock.GetUtcNow().AddDays(1));
        Assert.AreEqual(_clock.GetUtcNow(), since["last@pantin"], "the others had their turn");
    }

    [TestMethod]
    public async Task What_was_running_when_the_host_was_killed_runs_again()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var plan = Recorder.Plan("list", "daily", CatchUp.Latest);
        var jobs = new Recorder(plan);
        await RoundAsync(data, jobs);
        _clock.Set("2026-01-11T12:00:00Z");
        // Killed: started, never ended.
        await data.Get<IJobLedger>().PlanAsync([new JobRun("list", "pantin", "2026-01-11", new DateOnly(2026, 1, 11))], _clock.GetUtcNow());
        await data.Get<IJobLedger>().TakeAsync("list", "pantin", null, _clock.GetUtcNow());
        await RoundAsync(data, jobs);
        Assert.IsEmpty(jobs.Runs);

        Assert.AreEqual(1, await data.Get<IJobLedger>().ReleaseInterruptedAsync(_clock.GetUtcNow()));
        await RoundAsync(data, jobs);
        Assert.HasCount(1, jobs.Runs);
    }

    /// <summary>A round of a host of its own.</summary>
    private Task RoundAsync(DataFolder data, IJob job) => DueOf(data, job).RoundAsync(default);

    private DueJobs DueOf(DataFolder data, IJob job) => new(new JobPlans([job]), RunnerOf(data, job), NullLogger<DueJobs>.Instance);

    private JobRunner RunnerOf(DataFolder data, IJob job) => new(new JobPlans([job]), data.Get<IJobLedger>(), _clock, NullLogger<JobRunner>.Instance);

    private static async Task<RunRecord> LastAsync(DataFolder data, string job, string? site = null) =>
        (await data.Get<IJobLedger>().LatestAsync(job, site, 1)).Single();
}
