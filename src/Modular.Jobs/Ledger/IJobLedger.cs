namespace Modular.Jobs.Ledger;

/// <summary>Every job engine runs at least once; one row a job, site and period makes it once.</summary>
internal interface IJobLedger
{
    /// <summary>Since when each plan, by its key, has its present timing: nothing is owed from before. Writes nothing when all are known.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> SeenSinceAsync(
        IReadOnlyCollection<JobPlan> plans, DateTimeOffset now, CancellationToken cancellation = default);

    Task PlanAsync(IReadOnlyList<JobRun> runs, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Owes a period once more, whatever became of it, or for the first time: somebody asked. False while it runs.</summary>
    Task<bool> AskAsync(JobRun run, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Takes the oldest period that is planned, or to be tried again by now; null when there is none. Of two at once, one gets it.</summary>
    /// <param name="period">This one or none; null for any.</param>
    Task<RunRecord?> TakeAsync(string job, string? site, string? period, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Nothing happens when another host has taken it over meanwhile.</summary>
    /// <param name="retryAt">When a failed run is tried again; null when it is not, or when it is done.</param>
    Task EndAsync(JobRun run, JobState state, string sentence, DateTimeOffset now, DateTimeOffset? retryAt, CancellationToken cancellation = default);

    /// <summary>At a host's start: what it left running when it died is failed, and may be tried again at once.</summary>
    Task<int> ReleaseInterruptedAsync(DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>What this host runs stays its own for a while from now.</summary>
    Task HoldAsync(DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>What another host runs and does not hold any more is failed, and may be tried again at once: it died.</summary>
    Task<int> ReleaseAbandonedAsync(DateTimeOffset now, CancellationToken cancellation = default);

    Task<IReadOnlyList<RunRecord>> LatestAsync(string job, string? site, int most, CancellationToken cancellation = default);
}

public enum JobState
{
    Planned,
    Running,
    Done,
    Failed,
}

public sealed record RunRecord(
    JobRun Run, JobState State, int Attempts, DateTimeOffset? Started, DateTimeOffset? Ended, DateTimeOffset? RetryAt, string? Sentence);
