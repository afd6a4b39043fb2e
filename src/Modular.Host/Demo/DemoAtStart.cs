namespace Modular.Host.Demo;

/// <summary>Fills an empty data folder before the host listens; the half-days held in the past year follow while it serves.</summary>
internal sealed partial class DemoAtStart(DemoData data, ILogger<DemoAtStart> log) : BackgroundService
{
    private bool _isFilled;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _isFilled = await data.FillAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_isFilled)
        {
            return;
        }

        try
        {
            await data.HoldAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotHeld(log, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The demonstration's half-days could not be marked.")]
    private static partial void LogNotHeld(ILogger log, Exception exception);
}
