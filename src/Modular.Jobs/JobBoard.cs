using Modular.Jobs.Engine;
using Modular.Jobs.Ledger;

namespace Modular.Jobs;

internal sealed class JobBoard(IJobs jobs, IJobLedger ledger, JobRunner runner, Timetable timetable, TimeProvider time) : IJobBoard
{
    private const int Shown = 5;

    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<IReadOnlyList<JobStatus>> StatusAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        List<JobStatus> statuses = [];
        foreach (var plan in jobs.Plans())
        {
            statuses.Add(new JobStatus(plan, plan.Schedule.Next(now).At, await ledger.LatestAsync(plan.Job, plan.Site, Shown, cancellation)));
        }

        return statuses;
    }

    public async Task<RunNow> RunNowAsync(string key, CancellationToken cancellation)
    {
        if (jobs.Plans().FirstOrDefault(plan => plan.Key == key) is not { } plan)
        {
            return RunNow.Unknown;
        }

        var isAsked = await runner.AskAsync(plan, cancellation);
        // Even when it runs: its end may be what could not be written.
        timetable.RingNow(key);
        return isAsked ? RunNow.Asked : RunNow.Running;
    }

    public async Task ReconcileAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var plans = jobs.Plans();
            foreach (var plan in plans)
            {
                await ledger.SeenSinceAsync(plan.Job, plan.Site, plan.Timing, time.GetUtcNow(), cancellation);
            }

            timetable.Follow(plans);
        }
        finally
        {
            _one.Release();
        }
    }
}
