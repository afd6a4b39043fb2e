using Modular.Jobs.Ledger;
using Quartz;

namespace Modular.Jobs.Engine;

/// <summary>What the engine runs for every plan. It knows the plan's key alone; what is owed, the ledger tells.</summary>
[DisallowConcurrentExecution]
internal sealed class Firing(IJobs jobs, JobRunner runner) : IJob
{
    public const string Plan = "plan";
    public const string Now = "now";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var key = context.MergedJobDataMap[Plan] as string;
        if (jobs.Plans().FirstOrDefault(plan => plan.Key == key) is not { } plan)
        {
            // Its site went away between the reconciliation and now.
            return;
        }

        if (context.MergedJobDataMap.ContainsKey(Now))
        {
            await runner.RunNowAsync(plan, cancellationToken);
        }
        else
        {
            await runner.CatchUpAsync(plan, cancellationToken);
        }
    }
}

/// <summary>Looks over all plans: what was missed while the host was down, what failed and is to be tried again.</summary>
[DisallowConcurrentExecution]
internal sealed class Round(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await runner.CatchUpAllAsync(cancellationToken);
}
