using System.Collections.Concurrent;
using Modular.Jobs;
using Modular.Jobs.Ledger;

namespace Modular.Host.Tests.Jobs;

/// <summary>A ledger as a host sees it that may die: from then on nothing it does is written.</summary>
/// <param name="ledger">The real one.</param>
/// <param name="unwritten">The runs whose end was not written down.</param>
internal sealed class MortalLedger(IJobLedger ledger, ConcurrentDictionary<JobRun, byte> unwritten) : IJobLedger
{
    public bool IsDead { get; private set; }

    public void Die()
    {
        IsDead = true;
        Live();
    }

    /// <exception cref="HostDiedException">It is dead.</exception>
    public IJobLedger Live() => IsDead ? throw new HostDiedException() : ledger;

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> SeenSinceAsync(
        IReadOnlyCollection<JobPlan> plans, DateTimeOffset now, CancellationToken cancellation = default) =>
        Live().SeenSinceAsync(plans, now, cancellation);

    public Task PlanAsync(IReadOnlyList<JobRun> runs, DateTimeOffset now, CancellationToken cancellation = default) =>
        Live().PlanAsync(runs, now, cancellation);

    public Task<bool> AskAsync(JobRun run, DateTimeOffset now, CancellationToken cancellation = default) => Live().AskAsync(run, now, cancellation);

    public Task<RunRecord?> TakeAsync(string job, string? site, string? period, DateTimeOffset now, CancellationToken cancellation = default) =>
        Live().TakeAsync(job, site, period, now, cancellation);

    public Task EndAsync(JobRun run, JobState state, string sentence, DateTimeOffset now, DateTimeOffset? retryAt, CancellationToken cancellation = default)
    {
        if (IsDead)
        {
            unwritten[run] = 0;
        }

        return Live().EndAsync(run, state, sentence, now, retryAt, cancellation);
    }

    public Task HoldAsync(DateTimeOffset now, CancellationToken cancellation = default) => Live().HoldAsync(now, cancellation);

    public Task<int> ReleaseAbandonedAsync(DateTimeOffset now, CancellationToken cancellation = default) => Live().ReleaseAbandonedAsync(now, cancellation);

    public Task<int> ReleaseInterruptedAsync(DateTimeOffset now, CancellationToken cancellation = default) => Live().ReleaseInterruptedAsync(now, cancellation);

    public Task<IReadOnlyList<RunRecord>> LatestAsync(string job, string? site, int most, CancellationToken cancellation = default) =>
        Live().LatestAsync(job, site, most, cancellation);
}

internal sealed class HostDiedException : Exception;
