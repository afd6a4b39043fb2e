using Modular.Storage.Backups;

namespace Modular.Host.Composition;

/// <summary>One host a data folder: two would run every job twice, and a restore would pull the data from under one.</summary>
internal sealed class HeldFolder(ModularSettings settings) : IHostedLifecycleService, IDisposable
{
    private FolderLock? _lock;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _lock = FolderLock.TryTake(settings.DataFolder) ?? throw new IOException($"Another host serves {settings.DataFolder}.");
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _lock?.Dispose();
}
