using Microsoft.Extensions.Logging;
using Modular.Jobs.Ledger;

namespace Modular.Jobs.Engine;

/// <summary>
/// What the engine calls. It knows a plan's key alone; what is owed, the ledger tells, so that a ring which is lost, late or doubled changes nothing.
/// The engine's own pages show arguments and exceptions: nothing but keys and names of types leaves here.
/// </summary>
internal sealed partial class Ring(JobPlans plans, JobRunner runner, ILogger<Ring> log)
{
    public async Task PlanAsync(string key, CancellationToken cancellation)
    {
        // None: its site went away between the timetable and now.
        if (plans.Find(key) is { } plan && !await IsHeardAsync(plan, cancellation))
        {
            throw new RingFailedException(key);
        }
    }

    /// <summary>All plans: what no ring came for, and what failed and is to be tried again.</summary>
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
            throw new RingFailedException(string.Join(", ", failed));
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
            // A job that fails stands in the ledger; this is the ledger itself, or a schedule. The next round tries again.
            Failed(log, plan.Key, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "What is due of {Plan} could not be read or written: {Reason}")]
    private static partial void Failed(ILogger log, string plan, string reason);
}

/// <summary>What the engine is told of a ring that failed: whose it was.</summary>
internal sealed class RingFailedException(string keys) : Exception(keys);
