using Microsoft.Extensions.Logging;
using Modular.Jobs.Ledger;

namespace Modular.Jobs.Engine;

/// <summary>What the engine calls, with a plan's key alone: its pages show arguments. A call lost, late or doubled changes nothing.</summary>
internal sealed partial class DueJobs(JobPlans plans, JobRunner runner, ILogger<DueJobs> log)
{
    public async Task PlanAsync(string key, CancellationToken cancellation)
    {
        // None: its site went away between the timetable and now.
        if (plans.Find(key) is { } plan && !await IsHeardAsync(plan, cancellation))
        {
            throw new DueJobsFailedException(key);
        }
    }

    /// <summary>All plans: what no call came for, and what failed and is to be tried again.</summary>
    public async Task RoundAsync(CancellationToken cancellation)
    {
        List<string> failed = [];
        foreach (var plan in plans.All())
        {
            if (!await IsHeardAsync(plan, cancellation))
            {
                failed.Add(plan.Key);
            }
        }

        if (failed.Count > 0)
        {
            throw new DueJobsFailedException(string.Join(", ", failed));
        }
    }

    private async Task<bool> IsHeardAsync(JobPlan plan, CancellationToken cancellation)
    {
        try
        {
            await runner.CatchUpAsync(plan, cancellation);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // A job that fails is in the ledger; this is the ledger itself, or a schedule. The next round tries again.
            Failed(log, plan.Key, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "What is due of {Plan} could not be read or written: {Reason}")]
    private static partial void Failed(ILogger log, string plan, string reason);
}

/// <summary>Which plans failed: all that the engine learns of it.</summary>
internal sealed class DueJobsFailedException(string keys) : Exception(keys);
