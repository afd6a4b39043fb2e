using Modular.Storage.Schema;

namespace Modular.Host.Composition;

/// <summary>Brings the data files up to date before anything else starts: no job and no request ever meets an older schema.</summary>
internal sealed class SchemaAtStart(SchemaScripts scripts) : IHostedLifecycleService
{
    public bool Applied { get; private set; }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await scripts.ApplyAsync(cancellationToken);
        Applied = true;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
