using Modular.Storage;
using Modular.Storage.Backups;

namespace Modular.Host.Composition;

/// <summary>One host a data folder: a restore would pull the data from under one.</summary>
internal sealed class DataFolderLockService(ModularSettings settings, ServedData database) : LifecycleService, IAsyncDisposable
{
    private DataFolderLock? _lock;
    private IAsyncDisposable? _served;

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        _lock = DataFolderLock.TryTake(settings.DataFolder) ?? throw new IOException($"Another host serves {settings.DataFolder}.");
        _served = await database.ServeAsync(cancellationToken);
    }

    public override async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await (_served?.DisposeAsync() ?? ValueTask.CompletedTask);
        _lock?.Dispose();
        (_served, _lock) = (null, null);
    }
}
