using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Modular.Jobs.Ledger;

/// <summary>Runs what is owed, as the ledger tells: never from « now » alone, so that downtime, restarts and double firings change nothing.</summary>
internal sealed partial class JobRunner(IJobs jobs, IJobLedger ledger, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>More missed occurrences than a year of weeks are not caught up.</summary>
    private const int Most = 60;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    /// <summary>How often a plan was rung for since it began to run.</summary>
    private readonly ConcurrentDictionary<string, int> _rung = new();

    /// <summary>Runs what is due of a plan. While it runs already, whoever runs it looks once more instead: never twice beside itself, and no ring is lost.</summary>
    public async Task CatchUpAsync(JobPlan plan, CancellationToken cancellation)
    {
        if (_rung.AddOrUpdate(plan.Key, 1, static (_, times) => times + 1) > 1)
        {
            return;
        }

        try
        {
            int heard;
            do
            {
                heard = _rung[plan.Key];
                await RunDueAsync(plan, cancellation);
            }
            while (!_rung.TryRemove(new(plan.Key, heard)));
        }
        catch
        {
            _rung.TryRemove(plan.Key, out _);
            throw;
        }
    }

    /// <summary>Owes the last period that fell due once more, or for the first time. False when it is running.</summary>
    public Task<bool> AskAsync(JobPlan plan, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return ledger.AskAsync(RunOf(plan, plan.Schedule.Last(now)), now, cancellation);
    }

    private async Task RunDueAsync(JobPlan plan, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = await ledger.SeenSinceAsync(plan.Job, plan.Site, now, cancellation);
        await ledger.PlanAsync(Owed(plan, since, now), now, cancellation);
        var only = plan.CatchUp == CatchUp.Latest ? RunOf(plan, plan.Schedule.Last(now)).Period : null;
        while (await ledger.TakeAsync(plan.Job, plan.Site, only, time.GetUtcNow(), cancellation) is { } taken)
        {
            await RunAsync(taken, cancellation);
        }
    }

    /// <summary>The oldest first.</summary>
    private static IReadOnlyList<JobRun> Owed(JobPlan plan, DateTimeOffset since, DateTimeOffset now) =>
    [
        .. plan.Schedule.Before(now)
            .TakeWhile(occurrence => occurrence.At > since)
            .Select(occurrence => RunOf(plan, occurrence))
            .DistinctBy(run => run.Period)
            .Take(plan.CatchUp == CatchUp.Latest ? 1 : Most)
            .Reverse(),
    ];

    private static JobRun RunOf(JobPlan plan, Schedules.Occurrence due) => new(plan.Job, plan.Site, plan.PeriodOf(due.Day), due.Day);

    private async Task RunAsync(LedgerRow taken, CancellationToken cancellation)
    {
        var run = taken.Run;
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
            DateTimeOffset? retryAt = taken.Attempts <= Waits.Length ? time.GetUtcNow() + Waits[taken.Attempts - 1] : null;
            await ledger.EndAsync(run, JobState.Failed, sentence, time.GetUtcNow(), retryAt, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The job {Job} of {Site} for {Period} failed: {Reason}")]
    private static partial void Failed(ILogger log, string job, string site, string period, string reason);
}
