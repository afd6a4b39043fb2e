using Modular.Jobs.Ledger;
using Quartz;

namespace Modular.Jobs.Engine;

internal sealed class JobBoard(ISchedulerFactory schedulers, IJobs jobs, IJobLedger ledger, TimeProvider time) : IJobBoard
{
    private const string Plans = "plans";
    private const int Shown = 5;
    private static readonly JobKey RoundKey = new("round", "host");
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<IReadOnlyList<JobStatus>> StatusAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        List<JobStatus> statuses = [];
        foreach (var plan in jobs.Plans())
        {
            statuses.Add(new JobStatus(plan, plan.Schedule.Next(now).At, await ledger.LatestAsync(plan.Job, plan.Site, Shown, cancellation)));
        }

        return statuses;
    }

    public async Task<bool> RunNowAsync(string key, CancellationToken cancellation)
    {
        if (jobs.Plans().All(plan => plan.Key != key))
        {
            return false;
        }

        var scheduler = await schedulers.GetScheduler(cancellation);
        await scheduler.TriggerJob(new JobKey(key, Plans), new JobDataMap { [Firing.Now] = "true" }, cancellation);
        return true;
    }

    public async Task ReconcileAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellation);
            var wanted = jobs.Plans();
            var found = await scheduler.QueryJobs(new JobQuery { Group = GroupMatcher<JobKey>.GroupEquals(Plans), Take = PagedQuery.All }, cancellation);
            var orphans = found.Items.Select(job => job.Key).Where(key => wanted.All(plan => plan.Key != key.Name)).ToList();
            await scheduler.DeleteJobs(orphans, cancellation);
            foreach (var plan in wanted)
            {
                await ledger.SeenSinceAsync(plan.Job, plan.Site, time.GetUtcNow(), cancellation);
                await scheduler.ScheduleJob(JobOf(plan), [TriggerOf(plan)], ScheduleJobOptions.Replacing, cancellation);
            }

            await scheduler.ScheduleJob(Round(), [EachRound()], ScheduleJobOptions.Replacing, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private static IJobDetail JobOf(JobPlan plan) => JobBuilder.Create<Firing>()
        .WithIdentity(plan.Key, Plans)
        .UsingJobData(Firing.Plan, plan.Key)
        .RequestRecovery(true)
        .StoreDurably(true)
        .Build();

    private ITrigger TriggerOf(JobPlan plan) => TriggerBuilder.Create(time)
        .WithIdentity(plan.Key, Plans)
        .ForJob(new JobKey(plan.Key, Plans))
        .WithSchedule(CronScheduleBuilder.Create(plan.Schedule.Cron)
            .InTimeZone(plan.Schedule.Zone)
            // One firing is enough for many missed ones: it finds in the ledger what is owed.
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    private static IJobDetail Round() => JobBuilder.Create<Round>().WithIdentity(RoundKey).RequestRecovery(true).StoreDurably(true).Build();

    private ITrigger EachRound() => TriggerBuilder.Create(time)
        .WithIdentity(RoundKey.Name, RoundKey.Group)
        .ForJob(RoundKey)
        .StartNow()
        .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(BetweenRounds).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
        .Build();
}
