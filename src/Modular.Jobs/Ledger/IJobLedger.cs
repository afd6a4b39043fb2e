namespace Modular.Jobs.Ledger;

/// <summary>
/// What ran. Every job engine runs at least once; one row a job, site and period makes it once.
/// </summary>
internal interface IJobLedger
{
    /// <summary>
    /// When each plan was first seen with its present timing, by the plan's key: nothing is owed from before. Remembers <paramref name="now"/> the first time,
    /// and when the timing is another than the last; all in one transaction, and in none when all is known.
    /// </summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> SeenSinceAsync(IReadOnlyCollection<JobPlan> plans, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Adds the periods that are not there yet, as planned.</summary>
    Task PlanAsync(IReadOnlyList<JobRun> runs, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Owes a period once more, whatever became of it, or for the first time: somebody asked. False while it runs.</summary>
    Task<bool> AskAsync(JobRun run, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>
    /// Takes the oldest period that is planned, or failed and to be tried again by now, to run it; null when there is none. Of two that take at once, one gets it.
    /// </summary>
    /// <param name="period">This one or none; null for any.</param>
    Task<RunRecord?> TakeAsync(string job, string? site, string? period, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Writes down how a run that was taken ended.</summary>
    /// <param name="retryAt">When a failed run is tried again; null when it is not, or when it is done.</param>
    Task EndAsync(JobRun run, JobState state, string sentence, DateTimeOffset now, DateTimeOffset? retryAt, CancellationToken cancellation = default);

    /// <summary>What a host that died left running is failed, and may be tried again at once. Only for a host that is alone on its data folder.</summary>
    Task<int> ReleaseInterruptedAsync(DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>The latest rows of a plan first.</summary>
    Task<IReadOnlyList<RunRecord>> LatestAsync(string job, string? site, int most, CancellationToken cancellation = default);
}

public enum JobState
{
    Planned,
    Running,
    Done,
    Failed,
}

/// <param name="Run">What.</param>
/// <param name="State">How it stands.</param>
/// <param name="Attempts">How often it was started.</param>
/// <param name="Started">The last start.</param>
/// <param name="Ended">The last end.</param>
/// <param name="RetryAt">When a failed run is tried again.</param>
/// <param name="Sentence">What was done, or why it failed.</param>
public sealed record RunRecord(JobRun Run, JobState State, int Attempts, DateTimeOffset? Started, DateTimeOffset? Ended, DateTimeOffset? RetryAt, string? Sentence);
