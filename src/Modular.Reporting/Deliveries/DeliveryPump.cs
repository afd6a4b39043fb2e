using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modular.Reporting.Deliveries;

/// <summary>Sends what is due: at once when something is planned, and every half minute for what failed before.</summary>
internal sealed partial class DeliveryPump(DeliveryDesk desk, ILogger<DeliveryPump> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _woken = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        desk.Planned += Wake;
        try
        {
            await desk.ReleaseInterruptedAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken);
                await _woken.WaitAsync(Between, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: what is left waits in the store.
        }
        finally
        {
            desk.Planned -= Wake;
        }
    }

    private async Task RoundAsync(CancellationToken cancellation)
    {
        try
        {
            await desk.SendDueAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A database that is busy now answers in half a minute; a pump that died would never be heard of.
            Failed(log, failure.GetType().Name);
        }
    }

    private void Wake() => _woken.Release();

    [LoggerMessage(LogLevel.Error, "A round of deliveries failed: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
