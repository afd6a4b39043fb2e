using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Jobs.Engine;
using Modular.Jobs.Ledger;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;
using Modular.Tests;

namespace Modular.Jobs.Tests.Engine;

/// <summary>The engine itself, turning.</summary>
[TestClass]
public sealed class EngineTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-jobs-").FullName;
    private readonly Clock _clock = new("2026-01-10T12:00:00Z");

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task The_engine_runs_what_is_asked_for_now_and_the_board_tells()
    {
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest));
        var ran = jobs.Next();
        using var host = await StartAsync(jobs);
        var scheduler = host.Services.GetRequiredService<IJobScheduler>();
        Assert.AreEqual(RunNow.Unknown, await scheduler.RunNowAsync("unknown"));
        Assert.AreEqual(RunNow.Asked, await scheduler.RunNowAsync("list@pantin"));
        Assert.AreEqual("list", (await ran.WaitAsync(TestContext.CancellationToken)).Job);
        await host.StopAsync();

        var status = (await scheduler.StatusAsync()).Single();
        Assert.AreEqual(JobState.Done, status.Latest[0].State);
        Assert.AreEqual(7, TimeZoneInfo.ConvertTime(status.Next, status.Plan.Schedule.Zone).Hour);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task What_fell_due_while_the_host_was_down_runs_at_its_start_once_however_often_it_rings()
    {
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest));
        using (var host = await StartAsync(jobs))
        {
            await host.StopAsync();
        }

        _clock.Set("2026-01-11T12:00:00Z");
        var ran = jobs.Next();
        using (var host = await StartAsync(jobs))
        {
            for (var times = 0; times < 6; times++)
            {
                host.Services.GetRequiredService<Timetable>().RunNow("list@pantin");
            }

            await ran.WaitAsync(TestContext.CancellationToken);
            await HeardAsync(host, 7);
            await host.StopAsync();
        }

        Assert.AreEqual("2026-01-11", jobs.Runs.Single().Period);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task The_engine_rings_at_a_plans_hour()
    {
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest));
        using var host = await StartAsync(jobs, server => server.SchedulePollingInterval = TimeSpan.FromMilliseconds(50));
        await HeardAsync(host, 1);
        var ran = jobs.Next();
        _clock.Set("2026-01-11T06:00:00Z");
        // The engine looks at the machine's clock: it is told that it last rang two days ago.
        using (var connection = host.Services.GetRequiredService<JobStorage>().GetConnection())
        using (var moved = connection.CreateWriteTransaction())
        {
            var before = JobHelper.SerializeDateTime(TimeProvider.System.GetUtcNow().AddDays(-2).UtcDateTime);
            moved.SetRangeInHash("recurring-job:list@pantin", [new("LastExecution", before)]);
            moved.AddToSet("recurring-jobs", "list@pantin", 1);
            moved.Commit();
        }

        Assert.AreEqual("2026-01-11", (await ran.WaitAsync(TestContext.CancellationToken)).Period);
        await host.StopAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task What_a_host_left_in_the_middle_is_taken_up_again_by_the_next()
    {
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest)) { During = _ => new TaskCompletionSource().Task };
        var begun = jobs.Next();
        using (var host = await StartAsync(jobs, server => server.StopTimeout = TimeSpan.Zero))
        {
            await host.Services.GetRequiredService<IJobScheduler>().RunNowAsync("list@pantin");
            await begun.WaitAsync(TestContext.CancellationToken);
            await host.StopAsync();
        }

        jobs.During = _ => Task.CompletedTask;
        var taken = jobs.Next();
        using var next = await StartAsync(jobs);
        Assert.AreEqual("2026-01-10", (await taken.WaitAsync(TestContext.CancellationToken)).Period);
        await next.StopAsync();
        var row = (await next.Services.GetRequiredService<IJobLedger>().LatestAsync("list", "pantin", 1)).Single();
        Assert.AreEqual((JobState.Done, 2), (row.State, row.Attempts));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task What_runs_when_the_host_is_asked_to_stop_ends_first()
    {
        var release = new TaskCompletionSource();
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest)) { During = _ => release.Task };
        var begun = jobs.Next();
        using var host = await StartAsync(jobs);
        await host.Services.GetRequiredService<IJobScheduler>().RunNowAsync("list@pantin");
        await begun.WaitAsync(TestContext.CancellationToken);
        Assert.AreEqual(RunNow.Running, await host.Services.GetRequiredService<IJobScheduler>().RunNowAsync("list@pantin"));
        var stopping = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        var stopped = host.StopAsync();
        await stopping.Task;
        release.SetResult();
        await stopped;
        Assert.AreEqual(JobState.Done, (await host.Services.GetRequiredService<IJobLedger>().LatestAsync("list", "pantin", 1)).Single().State);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Every_plan_is_rung_for_in_its_zone_by_its_key_alone()
    {
        using var host = await StartAsync(new Recorder(Recorder.Plan("report", "day 31", CatchUp.Every)));
        using var connection = host.Services.GetRequiredService<JobStorage>().GetConnection();
        var recurring = connection.GetRecurringJobs().Single(job => job.Id == "report@pantin");
        Assert.AreEqual(("Europe/Paris", "0 7 L * *"), (recurring.TimeZoneId, recurring.Cron));
        Assert.AreEqual("report@pantin", recurring.Job.Args.OfType<string>().Single());
        await host.StopAsync();
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task A_ring_that_failed_shows_its_key_and_no_file_of_ours()
    {
        var sound = Recorder.Plan("list", "daily", CatchUp.Latest);
        var jobs = new Recorder(sound);
        using var host = await StartAsync(jobs);
        await HeardAsync(host, 1);
        jobs.Current = [sound with { PeriodOf = _ => throw new InvalidOperationException("Madame Dupont") }];
        host.Services.GetRequiredService<Timetable>().RunNow("list@pantin");
        var engine = host.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        await Until(() => engine.FailedCount() > 0);
        await host.StopAsync();

        var failed = engine.FailedJobs(0, 9).Single().Value;
        Assert.AreEqual("list@pantin", failed.ExceptionMessage);
        Assert.DoesNotContain("DueJobs.cs", failed.ExceptionDetails);
        Assert.DoesNotContain(" at ", failed.ExceptionDetails);
        Assert.DoesNotContain("Dupont", failed.ExceptionDetails);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task A_plan_that_lost_its_owner_is_rung_for_no_more()
    {
        var kept = Recorder.Plan("list", "daily", CatchUp.Latest);
        var jobs = new Recorder(kept, Recorder.Plan("list", "daily", CatchUp.Latest, "loire"));
        using var host = await StartAsync(jobs);
        var timetable = host.Services.GetRequiredService<Timetable>();
        CollectionAssert.AreEquivalent(new[] { "list@loire", "list@pantin" }, timetable.Keys().ToList());

        jobs.Current = [kept];
        host.Services.GetRequiredService<IJobScheduler>().PlansChanged();
        await Until(() => timetable.Keys() is ["list@pantin"]);
        await host.StopAsync();
    }

    [TestCleanup]
    public void Clean()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The round of the start and every call after it ended: what a worker took off the queue is for an instant in no other list.</summary>
    private Task HeardAsync(IHost host, int calls)
    {
        var engine = host.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        return Until(() => engine.SucceededListCount() >= calls);
    }

    private async Task Until(Func<bool> holds)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!holds())
        {
            await pulse.WaitForNextTickAsync(TestContext.CancellationToken);
        }
    }

    private async Task<IHost> StartAsync(IJob job, Action<BackgroundJobServerOptions>? server = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSqliteStorage(_folder);
        builder.Services.RemoveAll<IJob>();
        builder.Services.AddSingleton(job);
        builder.Services.AddJobs();
        var host = builder.Build();
        server?.Invoke(host.Services.GetRequiredService<BackgroundJobServerOptions>());
        await host.Services.GetRequiredService<ISchema>().ApplyAsync();
        await host.StartAsync();
        var timetable = host.Services.GetRequiredService<Timetable>();
        await Until(() => job.Plans().All(plan => timetable.Keys().Contains(plan.Key)));
        return host;
    }
}
