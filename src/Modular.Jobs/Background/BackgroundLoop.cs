using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modular.Jobs.Background;

/// <summary>Rounds beside the pages: after the start, whenever it is woken, and at the latest after a while. One that fails is told and tried again.</summary>
/// <param name="between">From one round to the next when nobody wakes it; <see cref="Timeout.InfiniteTimeSpan"/>: it waits to be woken.</param>
public abstract partial class BackgroundLoop(TimeSpan between, TimeProvider time, ILogger log) : BackgroundService, IHostedLifecycleService
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Woken twice before it looks, it looks once.</summary>
    private readonly Channel<bool> _woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _woken.Writer.TryWrite(true);

    protected abstract Task RoundAsync(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _started.Task.WaitAsync(stoppingToken);
            Wake();
            await using var timer = time.CreateTimer(_ => Wake(), null, between, between);
            await foreach (var _ in _woken.Reader.ReadAllAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: the next start finds what is left.
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await RoundAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // A database that is busy now answers later; a loop that died would never be heard of.
            Failed(log, failure.GetType().Name);
        }
    }

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken)
    {
        _started.TrySetResult();
        return Task.CompletedTask;
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Error, "A round failed and is tried again: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
