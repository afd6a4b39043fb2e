using Modular.Access;
using Modular.Intake.Secrecy;
using Modular.Storage;
using Modular.Storage.Schema;

namespace Modular.Host.Composition;

/// <summary>Brings the data files up to date before anything else starts: no job and no request ever meets an older schema.</summary>
internal sealed partial class SchemaUpgradeService(
    ISchema schema,
    ServedData data,
    StoredKeysCheck keys,
    IAccessJournal journal,
    UpgradePage page,
    IHostApplicationLifetime lifetime,
    ILogger<SchemaUpgradeService> log)
    : LifecycleService, IAsyncDisposable
{
    private IAsyncDisposable? _served;

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await schema.ApplyAsync(page.ShowAsync, cancellationToken);
        // From now on nobody replaces it or changes its tables.
        _served = await data.ServeAsync(End, cancellationToken);
        // A later version may have changed them a moment before.
        await schema.ApplyAsync(page.ShowAsync, cancellationToken);
        await keys.CheckAsync(data.Place, cancellationToken);
        // What was changed when the host was killed reaches the journal before anybody reads it.
        await journal.BringAsync(cancellationToken);
    }

    private void End(string sentence)
    {
        LogReplaced(log, sentence);
        lifetime.StopApplication();
    }

    public override async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await (_served?.DisposeAsync() ?? ValueTask.CompletedTask);
        _served = null;
    }

    [LoggerMessage(LogLevel.Critical, "{Sentence} This host ends: start it again.")]
    private static partial void LogReplaced(ILogger log, string sentence);
}
