using Microsoft.Extensions.Logging;
using Modular.Jobs.Background;
using Modular.Jobs.Ledger;

namespace Modular.Jobs.Engine;

/// <summary>Says of what this host runs that it runs still, and takes over what a host that died has left.</summary>
internal sealed class OwnershipLoop(IJobLedger ledger, Timetable timetable, TimeProvider time, ILogger<OwnershipLoop> log)
    : BackgroundLoop(TimeSpan.FromSeconds(30), time, log)
{
    private readonly TimeProvider _time = time;

    private bool _hasHeld;

    protected override async Task RoundAsync(CancellationToken cancellation)
    {
        // After a database that was away for all, each has the time to say that it runs still.
        var heldBefore = _hasHeld;
        _hasHeld = false;
        await ledger.HoldAsync(_time.GetUtcNow(), cancellation);
        _hasHeld = true;
        if (heldBefore && await ledger.ReleaseAbandonedAsync(_time.GetUtcNow(), cancellation) > 0)
        {
            timetable.RoundNow();
        }
    }
}
