using Modular.Jobs.Ledger;

namespace Modular.Jobs;

/// <summary>What runs when, and what became of it.</summary>
public interface IJobScheduler
{
    Task<IReadOnlyList<JobStatus>> StatusAsync(CancellationToken cancellation = default);

    /// <summary>Has the engine run it in a moment.</summary>
    Task<RunNow> RunNowAsync(string key, CancellationToken cancellation = default);

    /// <summary>The engine follows in a moment: what lost its owner goes, what is new comes.</summary>
    void PlansChanged();
}

public enum RunNow
{
    Asked,

    /// <summary>It is running, and is not run once more for that.</summary>
    Running,

    Unknown,
}

public sealed record JobStatus(JobPlan Plan, DateTimeOffset Next, IReadOnlyList<RunRecord> Latest);
