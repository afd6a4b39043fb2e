using Microsoft.Extensions.Hosting;
using Modular.Jobs.Ledger;

namespace Modular.Jobs.Engine;

/// <summary>Before anything runs, what died with the last host is free again. Once the pages are served, the engine rings for the plans of today.</summary>
internal sealed class JobsAtStart(IJobLedger ledger, IJobBoard board, TimeProvider time) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => ledger.ReleaseInterruptedAsync(time.GetUtcNow(), cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => board.ReconcileAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
