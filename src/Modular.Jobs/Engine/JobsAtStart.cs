using Microsoft.Extensions.Hosting;
using Modular.Jobs.Ledger;

namespace Modular.Jobs.Engine;

/// <summary>
/// Before anything runs, what died with the last host is free again, and each plan is known to the ledger: a host that dies a moment later owes what falls due
/// meanwhile. Once the pages are served, the engine rings for the plans of today.
/// </summary>
internal sealed class JobsAtStart(IJobs jobs, IJobLedger ledger, IJobBoard board, TimeProvider time) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ledger.ReleaseInterruptedAsync(time.GetUtcNow(), cancellationToken);
        foreach (var plan in jobs.Plans())
        {
            await ledger.SeenSinceAsync(plan.Job, plan.Site, plan.Timing, time.GetUtcNow(), cancellationToken);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => board.ReconcileAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
