using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Jobs.Ledger;
using Modular.Storage;
using Modular.Storage.Jobs;
using Modular.Storage.Schema;
using Quartz;

namespace Modular.Jobs.Tests.Engine;

[TestClass]
public sealed class EngineTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-jobs-").FullName;

    [TestMethod]
    [Timeout(60_000)]
    public async Task The_engine_runs_what_is_asked_for_now_and_the_board_tells()
    {
        var ran = new TaskCompletionSource<JobRun>();
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest)) { During = run => { ran.TrySetResult(run); return Task.CompletedTask; } };
        using var host = await StartAsync(jobs);
        var board = host.Services.GetRequiredService<IJobBoard>();
        Assert.IsFalse(await board.RunNowAsync("unknown"));
        Assert.IsTrue(await board.RunNowAsync("list@pantin"));
        Assert.AreEqual("list", (await ran.Task).Job);
        await host.StopAsync();

        var status = (await board.StatusAsync()).Single();
        Assert.AreEqual(JobState.Done, status.Latest[0].State);
        Assert.AreEqual(7, TimeZoneInfo.ConvertTime(status.Next, status.Plan.Schedule.Zone).Hour);
    }

    [TestMethod]
    public async Task Every_trigger_states_its_zone_and_its_misfire_policy_and_asks_for_recovery()
    {
        using var host = await StartAsync(new Recorder(Recorder.Plan("report", "day 31", CatchUp.Every)));
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var trigger = (ICronTrigger)(await scheduler.GetTrigger(new TriggerKey("report@pantin", "plans")))!;
        Assert.AreEqual(("Europe/Paris", "0 0 7 28-31 * ?"), (trigger.TimeZone.Id, trigger.CronExpressionString));
        Assert.AreEqual((int)CronTriggerMisfireInstruction.FireAndProceed, Convert.ToInt32(trigger.MisfireInstruction, System.Globalization.CultureInfo.InvariantCulture));
        var job = (await scheduler.GetJobDetail(new JobKey("report@pantin", "plans")))!;
        Assert.IsTrue(job.RequestsRecovery);
        CollectionAssert.AreEqual(new object[] { "report@pantin" }, job.JobDataMap.Values.ToArray());
        await host.StopAsync();
    }

    [TestMethod]
    public async Task A_schedule_that_lost_its_owner_is_gone_at_the_next_start_and_when_asked()
    {
        var kept = Recorder.Plan("list", "daily", CatchUp.Latest);
        var jobs = new Recorder(kept, Recorder.Plan("list", "daily", CatchUp.Latest, "loire"));
        using (var host = await StartAsync(jobs))
        {
            Assert.IsTrue(await ExistsAsync(host, "list@loire"));
            await host.StopAsync();
        }

        jobs.Current = [kept];
        using var restarted = await StartAsync(jobs);
        Assert.IsFalse(await ExistsAsync(restarted, "list@loire"));
        Assert.IsTrue(await ExistsAsync(restarted, "list@pantin"));

        jobs.Current = [];
        await restarted.Services.GetRequiredService<IJobBoard>().ReconcileAsync();
        Assert.IsFalse(await ExistsAsync(restarted, "list@pantin"));
        await restarted.StopAsync();
    }

    [TestCleanup]
    public void Clean()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IHost> StartAsync(IJobs jobs)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddModularStorage(_folder);
        builder.Services.AddSingleton(jobs);
        builder.Services.AddJobs(JobsStorage.EngineDatabase(_folder));
        var host = builder.Build();
        await host.Services.GetRequiredService<SchemaScripts>().ApplyAsync();
        await host.StartAsync();
        return host;
    }

    private static async Task<bool> ExistsAsync(IHost host, string plan) =>
        await (await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).Exists(new JobKey(plan, "plans"));
}
