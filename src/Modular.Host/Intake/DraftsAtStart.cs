using Modular.Intake.Drafts;

namespace Modular.Host.Intake;

/// <summary>
/// Opens the drafts before the first request, so that a file that cannot be read is told at the start. What is too old goes then and every hour, whether anybody
/// works or not.
/// </summary>
internal sealed class DraftsAtStart(DraftBook drafts, TimeProvider time) : BackgroundService
{
    private readonly PeriodicTimer _hourly = new(TimeSpan.FromHours(1), time);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        drafts.Purge();
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _hourly.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _hourly.WaitForNextTickAsync(stoppingToken))
            {
                drafts.Purge();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: the next start removes what is too old.
        }
    }
}
