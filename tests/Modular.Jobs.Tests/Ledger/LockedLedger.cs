using Modular.Jobs.Ledger;

namespace Modular.Jobs.Tests.Ledger;

/// <summary>A ledger that takes no run's end while it is locked.</summary>
internal sealed class LockedLedger(IJobLedger ledger) : IJobLedger
{
    public bool IsLocked { get; set; }

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> SeenSinceAsync(
        IReadOnlyCollection<JobPlan> plans, DateTimeOffset now, CancellationToken cancellation) =>
        ledger.SeenSinceAsync(plans, now, cancellation);

    public Task PlanAsync(IReadOnlyList<JobRun> runs, DateTimeOffset now, CancellationToken cancellation) => ledger.PlanAsync(runs, now, cancellation);

    public Task<bool> AskAsync(JobRun run, DateTimeOffset now, CancellationToken cancellation) => ledger.AskAsync(run, now, cancellation);

    public Task<RunRecord?> TakeAsync(string job, string? site, string? period, DateTimeOffset now, CancellationToken cancellation) =>
        ledger.TakeAsync(job, site, period, now, cancellation);

    public Task EndAsync(JobRun run, JobState state, string sentence, DateTimeOffset now, DateTimeOffset? retryAt, CancellationToken cancellation) =>
        IsLocked ? throw new IOException("database is locked") : ledger.EndAsync(run, state, sentence, now, retryAt, cancellation);

    public Task HoldAsync(DateTimeOffset now, CancellationToken cancellation) => ledger.HoldAsync(now, cancellation);

    public Task<int> ReleaseAbandonedAsync(DateTimeOffset now, CancellationToken cancellation) => ledger.ReleaseAbandonedAsync(now, cancellation);

    public Task<int> ReleaseInterruptedAsync(DateTimeOffset now, CancellationToken cancellation) => ledger.ReleaseInterruptedAsync(now, cancellation);

    public Task<IReadOnlyList<RunRecord>> LatestAsync(string job, string? site, int most, CancellationToken cancellation) =>
        ledger.LatestAsync(job, site, most, cancellation);
}
