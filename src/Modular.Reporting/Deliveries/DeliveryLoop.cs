using Microsoft.Extensions.Logging;
using Modular.Jobs.Background;

namespace Modular.Reporting.Deliveries;

/// <summary>Sends what is due: at once when something is planned, and every half minute for what failed before.</summary>
internal sealed class DeliveryLoop : BackgroundLoop
{
    private readonly DeliverySender _sender;
    private bool _isReleased;

    public DeliveryLoop(DeliveryQueue queue, DeliverySender sender, TimeProvider time, ILogger<DeliveryLoop> log) : base(TimeSpan.FromSeconds(30), time, log)
    {
        _sender = sender;
        queue.Planned += Wake;
    }

    protected override async Task RoundAsync(CancellationToken cancellation)
    {
        if (!_isReleased)
        {
            await _sender.ReleaseInterruptedAsync(cancellation);
            _isReleased = true;
        }

        await _sender.ReleaseAbandonedAsync(cancellation);
        await _sender.SendDueAsync(cancellation);
    }
}
