using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modular.Sites.Lifecycle;

/// <summary>
/// Loads the sites before the host is ready, then follows the plugins folder: the system's watcher wakes it, and because that one loses events it looks by
/// itself every second as well.
/// </summary>
internal sealed partial class SiteReloadLoop(SiteCatalogue catalogue, SitePaths paths, ILogger<SiteReloadLoop> log) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <summary>The database of the hosts does not answer: told once.</summary>
    private bool _isAlone;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        catalogue.Open();
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = Watch();
        catalogue.Woken += Wake;
        var waiting = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (waiting)
            {
                // Events are left alone meanwhile: a folder has to look the same for so long.
                await Task.Delay(Settling, stoppingToken);
            }
            else
            {
                await _woken.WaitAsync(Idle, stoppingToken);
            }

            waiting = LookOnce();
        }
    }

    private bool LookOnce()
    {
        try
        {
            var waiting = catalogue.Look();
            catalogue.Share();
            _isAlone = false;
            return waiting;
        }
        catch (DbException failure)
        {
            if (!_isAlone)
            {
                LogAlone(log, failure.GetType().Name);
            }

            _isAlone = true;
            return false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder that goes away while it is listed: the next look sees what remains.
            LogUnreadable(log, failure.GetType().Name);
            return false;
        }
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            Directory.CreateDirectory(paths.Plugins);
            var watcher = new FileSystemWatcher(paths.Plugins) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Wake();
            watcher.Created += (_, _) => Wake();
            watcher.Deleted += (_, _) => Wake();
            watcher.Renamed += (_, _) => Wake();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception unwatchable) when (unwatchable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            LogUnwatched(log, unwatchable.GetType().Name);
            return null;
        }
    }

    private void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // Awake already.
        }
    }

    public override void Dispose()
    {
        catalogue.Woken -= Wake;
        base.Dispose();
    }

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "The plugins folder could not be read this time ({Reason}).")]
    private static partial void LogUnreadable(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Which versions of sites other hosts use is not known for now ({Reason}).")]
    private static partial void LogAlone(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "The plugins folder cannot be watched ({Reason}); it is looked at every second.")]
    private static partial void LogUnwatched(ILogger log, string reason);
}
