using Modular.Jobs.Engine;
using Modular.Jobs.Ledger;

namespace Modular.Jobs;

internal sealed class JobScheduler(
    JobPlans plans, IJobLedger ledger, JobRunner runner, Timetable timetable, ReconciliationLoop reconciliation, TimeProvider time) : IJobScheduler
{
    private const int Shown = 5;

    public async Task<IReadOnlyList<JobStatus>> StatusAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        List<JobStatus> statuses = [];
        foreach (var plan in plans.All())
        {
            statuses.Add(new JobStatus(plan, plan.Schedule.Next(now).At, await ledger.LatestAsync(plan.Job, plan.Site, Shown, cancellation)));
        }

        return statuses;
    }

    public async Task<RunNow> RunNowAsync(string key, CancellationToken cancellation)
    {
        if (plans.Find(key) is not { } plan)
        {
            return RunNow.Unknown;
        }

        var isAsked = await runner.AskAsync(plan, cancellation);
        // Even when it runs: its end may be what could not be written.
        timetable.RunNow(key);
        return isAsked ? RunNow.Asked : RunNow.Running;
    }

    public void PlansChanged() => reconciliation.Wake();
}
