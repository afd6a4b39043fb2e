using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Modular.Jobs.Ledger;

/// <summary>Runs what is owed, as the ledger tells: never from « now » alone, so that downtime, restarts and double firings change nothing.</summary>
internal sealed partial class JobRunner(JobPlans plans, IJobLedger ledger, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>More missed occurrences than a year of weeks are not caught up.</summary>
    private const int Most = 60;

    private static readonly ActivitySource Spans = new(JobsServices.Spans);

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    /// <summary>How often a plan was rung for since it began to run.</summary>
    private readonly ConcurrentDictionary<string, int> _calls = new();

    /// <summary>Runs that are over while the ledger could not be told: their rows say that they run still.</summary>
    private readonly ConcurrentDictionary<JobRun, RunEnd> _untold = new();

    /// <summary>While a plan runs already, whoever runs it looks once more instead: never twice beside itself, and no call is lost.</summary>
    public async Task CatchUpAsync(JobPlan plan, CancellationToken cancellation)
    {
        if (_calls.AddOrUpdate(plan.Key, 1, static (_, times) => times + 1) > 1)
        {
            return;
        }

        try
        {
            int heard;
            do
            {
                heard = _calls[plan.Key];
                await RunDueAsync(plan, cancellation);
            }
            while (!_calls.TryRemove(new(plan.Key, heard)));
        }
        catch
        {
            _calls.TryRemove(plan.Key, out _);
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
        await TellEndsAsync(plan.Job, plan.Site);
        var now = time.GetUtcNow();
        var since = await ledger.SeenSinceAsync([plan], now, cancellation);
        await ledger.PlanAsync(Owed(plan, since[plan.Key], now), now, cancellation);
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

    private static JobRun RunOf(JobPlan plan, Schedules.DueTime due) => new(plan.Job, plan.Site, plan.PeriodOf(due.Day), due.Day);

    private async Task RunAsync(RunRecord taken, CancellationToken cancellation)
    {
        _untold[taken.Run] = await EndOfAsync(taken, cancellation);
        await TellEndsAsync(taken.Run.Job, taken.Run.Site);
    }

    /// <returns>Null when nobody listens.</returns>
    private static Activity? SpanOf(string job)
    {
        if (!Spans.HasListeners())
        {
            return null;
        }

        // A run is nobody's request.
        Activity.Current = null;
        return Spans.StartActivity(nameof(Spans))?.SetTag("modular.job", job);
    }

    private async Task<RunEnd> EndOfAsync(RunRecord taken, CancellationToken cancellation)
    {
        var run = taken.Run;
        using var span = SpanOf(run.Job);
        try
        {
            var sentence = await plans.RunAsync(run, cancellation);
            return new(JobState.Done, sentence, time.GetUtcNow(), null);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new(JobState.Failed, "Interrompue par l’arrêt de l’application.", time.GetUtcNow(), time.GetUtcNow());
        }
        catch (Exception failure)
        {
            // Whatever one job throws, the others run; its message may hold anything, its type does not.
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().FullName);
            Failed(log, run.Job, run.Site ?? "-", run.Period, failure is JobFailedException ? failure.Message : failure.GetType().Name);
            var sentence = failure is JobFailedException ? failure.Message : $"Échec inattendu ({failure.GetType().Name}).";
            DateTimeOffset? retryAt = taken.Attempts <= Waits.Length ? time.GetUtcNow() + Waits[taken.Attempts - 1] : null;
            return new(JobState.Failed, sentence, time.GetUtcNow(), retryAt);
        }
    }

    /// <summary>A database that is locked, or a disk that is full, may take it at the next call.</summary>
    private async Task TellEndsAsync(string job, string? site)
    {
        foreach (var (run, end) in _untold.Where(one => one.Key.Job == job && one.Key.Site == site))
        {
            await ledger.EndAsync(run, end.State, end.Sentence, end.At, end.RetryAt, CancellationToken.None);
            _untold.TryRemove(run, out _);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The job {Job} of {Site} for {Period} failed: {Reason}")]
    private static partial void Failed(ILogger log, string job, string site, string period, string reason);

    private sealed record RunEnd(JobState State, string Sentence, DateTimeOffset At, DateTimeOffset? RetryAt);
}
