using Modular.Jobs;
using Modular.Sites;

namespace Modular.Host.Jobs;

/// <summary>A site that comes or goes takes its schedules with it, without a restart.</summary>
internal sealed partial class JobsFollowSites(ISiteCatalogue sites, IJobBoard board, ILogger<JobsFollowSites> log) : BackgroundService
{
    private readonly SemaphoreSlim _changed = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        sites.Changed += OnChanged;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _changed.WaitAsync(stoppingToken);
                await ReconcileAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: the next start reconciles anyway.
        }
        finally
        {
            sites.Changed -= OnChanged;
        }
    }

    private async Task ReconcileAsync(CancellationToken cancellation)
    {
        try
        {
            await board.ReconcileAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next change, or the next start, tries again; the sites themselves are not to suffer from it.
            Failed(log, failure.GetType().Name);
        }
    }

    private void OnChanged() => _changed.Release();

    [LoggerMessage(LogLevel.Error, "The schedules could not be brought up to date: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
