using Microsoft.Extensions.Logging.Abstractions;
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
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        Assert.IsEmpty(jobs.Runs, "nothing is owed from before the plan was seen");

        _clock.Set("2026-01-20T12:00:00Z");
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        Assert.AreEqual(new JobRun("report:annuel", "pantin", "2025", new DateOnly(2026, 1, 15)), jobs.Runs.Single());
    }

    [TestMethod]
    public async Task Each_missed_report_is_owed_and_of_daily_lists_the_last_alone()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var jobs = new Recorder(Recorder.Plan("report", "monday", CatchUp.Every), Recorder.Plan("list", "daily", CatchUp.Latest));
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        _clock.Set("2026-02-01T12:00:00Z");
        await RunnerOf(data, jobs).CatchUpAllAsync(default);

        CollectionAssert.AreEqual(new[] { "2026-01-12", "2026-01-19", "2026-01-26" }, jobs.Runs.Where(run => run.Job == "report").Select(run => run.Period).ToList());
        Assert.AreEqual("2026-02-01", jobs.Runs.Single(run => run.Job == "list").Period);
    }

    [TestMethod]
    public async Task Two_runners_at_once_run_it_once()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest));
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        _clock.Set("2026-01-11T12:00:00Z");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RunnerOf(data, jobs).CatchUpAllAsync(default))));
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
        var runner = RunnerOf(data, jobs);
        await runner.CatchUpAllAsync(default);
        _clock.Set("2026-01-11T06:00:00Z");
        await runner.CatchUpAllAsync(default);
        var failed = await LastAsync(data, "backup");
        Assert.AreEqual((JobState.Failed, "Le disque est plein.", _clock.GetUtcNow().AddMinutes(15)), (failed.State, failed.Sentence, failed.RetryAt));

        _clock.Advance(TimeSpan.FromMinutes(14));
        await runner.CatchUpAllAsync(default);
        Assert.HasCount(1, jobs.Runs, "not before its time");

        broken = false;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await runner.CatchUpAllAsync(default);
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
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        _clock.Set("2026-01-11T12:00:00Z");
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        Assert.DoesNotContain("Dupont", (await LastAsync(data, "a", "pantin")).Sentence!);
        Assert.AreEqual(JobState.Done, (await LastAsync(data, "b", "pantin")).State);
    }

    [TestMethod]
    public async Task A_period_asked_for_by_hand_is_run_again_but_not_while_it_runs()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var plan = Recorder.Plan("report:annuel", "15 January", CatchUp.Every);
        var jobs = new Recorder(plan);
        Assert.IsTrue(await RunnerOf(data, jobs).RunNowAsync(plan, default));
        Assert.IsTrue(await RunnerOf(data, jobs).RunNowAsync(plan, default));
        Assert.AreEqual("2024", jobs.Runs[0].Period, "the last that fell due, on 15 January 2025");

        var release = new TaskCompletionSource();
        jobs.During = _ => release.Task;
        var running = RunnerOf(data, jobs).RunNowAsync(plan, default);
        Assert.IsFalse(await RunnerOf(data, jobs).RunNowAsync(plan, default));
        release.SetResult();
        Assert.IsTrue(await running);
    }

    [TestMethod]
    public async Task What_was_running_when_the_host_was_killed_runs_again()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var plan = Recorder.Plan("list", "daily", CatchUp.Latest);
        var jobs = new Recorder(plan);
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        _clock.Set("2026-01-11T12:00:00Z");
        // Killed: started, never ended.
        await data.Get<IJobLedger>().StartAsync(new JobRun("list", "pantin", "2026-01-11", new DateOnly(2026, 1, 11)), _clock.GetUtcNow(), again: false);
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        Assert.IsEmpty(jobs.Runs);

        Assert.AreEqual(1, await data.Get<IJobLedger>().ReleaseInterruptedAsync(_clock.GetUtcNow()));
        await RunnerOf(data, jobs).CatchUpAllAsync(default);
        Assert.HasCount(1, jobs.Runs);
    }

    private JobRunner RunnerOf(DataFolder data, IJobs jobs) => new(jobs, data.Get<IJobLedger>(), _clock, NullLogger<JobRunner>.Instance);

    private static async Task<LedgerRow> LastAsync(DataFolder data, string job, string? site = null) => (await data.Get<IJobLedger>().LatestAsync(job, site, 1)).Single();
}
