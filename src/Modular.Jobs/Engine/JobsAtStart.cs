using Microsoft.Extensions.Hosting;
using Modular.Jobs.Ledger;

namespace Modular.Jobs.Engine;

/// <summary>Before the engine turns: what died with the last host is free again, and the plans are those of today.</summary>
internal sealed class JobsAtStart(IJobLedger ledger, IJobBoard board, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ledger.ReleaseInterruptedAsync(time.GetUtcNow(), cancellationToken);
        await board.ReconcileAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
