using Modular.Jobs.Ledger;

namespace Modular.Jobs;

/// <summary>What runs when, and what became of it.</summary>
public interface IJobBoard
{
    Task<IReadOnlyList<JobStatus>> StatusAsync(CancellationToken cancellation = default);

    /// <summary>Has the engine run it in a moment.</summary>
    Task<RunNow> RunNowAsync(string key, CancellationToken cancellation = default);

    /// <summary>The engine follows in a moment: what lost its owner goes, what is new comes.</summary>
    void PlansChanged();
}

/// <summary>What became of a wish to run something now.</summary>
public enum RunNow
{
    /// <summary>The engine runs it in a moment.</summary>
    Asked,

    /// <summary>It is running, and is not run once more for that.</summary>
    Running,

    /// <summary>There is no such plan.</summary>
    Unknown,
}

/// <param name="Plan">What.</param>
/// <param name="Next">When it is due next.</param>
/// <param name="Latest">The latest rows of the ledger first, a few.</param>
public sealed record JobStatus(JobPlan Plan, DateTimeOffset Next, IReadOnlyList<RunRecord> Latest);
