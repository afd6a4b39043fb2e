using Microsoft.Extensions.Logging;

namespace Modular.Jobs.Ledger;

/// <summary>Runs what is owed, as the ledger tells: never from « now » alone, so that downtime, restarts and double firings change nothing.</summary>
internal sealed partial class JobRunner(IJobs jobs, IJobLedger ledger, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>More missed occurrences than a year of weeks are not caught up.</summary>
    private const int Most = 60;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    /// <summary>Every plan: at start, and now and then for what failed.</summary>
    public async Task CatchUpAllAsync(CancellationToken cancellation)
    {
        foreach (var plan in jobs.Plans())
        {
            await CatchUpAsync(plan, cancellation);
        }
    }

    public async Task CatchUpAsync(JobPlan plan, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = await ledger.SeenSinceAsync(plan.Job, plan.Site, now, cancellation);
        var owed = Owed(plan, since, now);
        var known = (await ledger.LatestAsync(plan.Job, plan.Site, Most * 2, cancellation)).ToDictionary(row => row.Run.Period);
        await ledger.PlanAsync([.. owed.Where(run => !known.ContainsKey(run.Period))], now, cancellation);
        foreach (var run in owed.Where(run => IsDue(known.GetValueOrDefault(run.Period), now)))
        {
            await RunAsync(run, again: false, cancellation);
        }
    }

    /// <summary>The last period that fell due, once more, or for the first time. False when it is running.</summary>
    public Task<bool> RunNowAsync(JobPlan plan, CancellationToken cancellation)
    {
        var day = plan.Schedule.Last(time.GetUtcNow()).Day;
        return RunAsync(new JobRun(plan.Job, plan.Site, plan.PeriodOf(day), day), again: true, cancellation);
    }

    private static List<JobRun> Owed(JobPlan plan, DateTimeOffset since, DateTimeOffset now)
    {
        var due = plan.Schedule.Between(since, now)
            .GroupBy(occurrence => plan.PeriodOf(occurrence.Day))
            .Select(period => new JobRun(plan.Job, plan.Site, period.Key, period.Last().Day))
            .TakeLast(plan.CatchUp == CatchUp.Latest ? 1 : Most);
        return [.. due];
    }

    private static bool IsDue(LedgerRow? row, DateTimeOffset now) => row switch
    {
        null or { State: JobState.Planned } => true,
        { State: JobState.Failed, RetryAt: { } at } => at <= now,
        _ => false,
    };

    private async Task<bool> RunAsync(JobRun run, bool again, CancellationToken cancellation)
    {
        if (!await ledger.StartAsync(run, time.GetUtcNow(), again, cancellation))
        {
            return false;
        }

        try
        {
            var sentence = await jobs.RunAsync(run, cancellation);
            await ledger.EndAsync(run, JobState.Done, sentence, time.GetUtcNow(), null, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await ledger.EndAsync(run, JobState.Failed, "Interrompue par l’arrêt de l’application.", time.GetUtcNow(), time.GetUtcNow(), CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Whatever one job throws, the others run; its message may hold anything, its type does not.
            Failed(log, run.Job, run.Site ?? "-", run.Period, failure is JobFailedException ? failure.Message : failure.GetType().Name);
            var sentence = failure is JobFailedException ? failure.Message : $"Échec inattendu ({failure.GetType().Name}).";
            await ledger.EndAsync(run, JobState.Failed, sentence, time.GetUtcNow(), await RetryAtAsync(run), CancellationToken.None);
        }

        return true;
    }

    private async Task<DateTimeOffset?> RetryAtAsync(JobRun run)
    {
        var attempts = (await ledger.LatestAsync(run.Job, run.Site, Most * 2)).First(row => row.Run.Period == run.Period).Attempts;
        return attempts <= Waits.Length ? time.GetUtcNow() + Waits[attempts - 1] : null;
    }

    [LoggerMessage(LogLevel.Warning, "The job {Job} of {Site} for {Period} failed: {Reason}")]
    private static partial void Failed(ILogger log, string job, string site, string period, string reason);
}
