using Modular.Storage.Backups;

namespace Modular.Host.Composition;

/// <summary>One host a data folder: a restore would pull the data from under one.</summary>
internal sealed class DataFolderLockService(ModularSettings settings) : LifecycleService, IDisposable
{
    private DataFolderLock? _lock;

    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        _lock = DataFolderLock.TryTake(settings.DataFolder) ?? throw new IOException($"Another host serves {settings.DataFolder}.");
        return Task.CompletedTask;
    }

    public override Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _lock?.Dispose();
}
