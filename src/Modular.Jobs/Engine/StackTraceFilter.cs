using Hangfire.States;

namespace Modular.Jobs.Engine;

/// <summary>The engine's pages show the stack of what was thrown, with files and lines. What was never thrown has none.</summary>
internal sealed class StackTraceFilter : IElectStateFilter
{
    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is FailedState failed)
        {
            var told = failed.Exception is DueJobsFailedException ours ? ours.Message : failed.Exception.GetType().Name;
            context.CandidateState = new FailedState(new DueJobsFailedException(told)) { Reason = failed.Reason };
        }
    }
}
