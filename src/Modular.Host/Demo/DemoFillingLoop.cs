using Modular.Jobs.Background;

namespace Modular.Host.Demo;

/// <summary>Fills an empty data folder before the host listens; the half-days held in the past year follow while it serves.</summary>
internal sealed class DemoFillingLoop(DemoData data, TimeProvider time, ILogger<DemoFillingLoop> log) : BackgroundLoop(Timeout.InfiniteTimeSpan, time, log)
{
    private bool _isFilled;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _isFilled = await data.FillAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task RoundAsync(CancellationToken cancellation) => _isFilled ? data.HoldAsync(cancellation) : Task.CompletedTask;
}
