using Microsoft.Extensions.Logging;
using Modular.Jobs.Background;
using Modular.Jobs.Ledger;

namespace Modular.Jobs.Engine;

/// <summary>Before anything runs, the ledger knows each plan: a host that dies a moment later owes what falls due meanwhile.</summary>
internal sealed class ReconciliationLoop(JobPlans plans, IJobLedger ledger, Timetable timetable, TimeProvider time, ILogger<ReconciliationLoop> log)
    : BackgroundLoop(Timeout.InfiniteTimeSpan, time, log)
{
    private readonly TimeProvider _time = time;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ledger.ReleaseInterruptedAsync(_time.GetUtcNow(), cancellationToken);
        await ledger.SeenSinceAsync(plans.All(), _time.GetUtcNow(), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task RoundAsync(CancellationToken cancellation)
    {
        var all = plans.All();
        await ledger.SeenSinceAsync(all, _time.GetUtcNow(), cancellation);
        timetable.Follow(all);
    }
}
