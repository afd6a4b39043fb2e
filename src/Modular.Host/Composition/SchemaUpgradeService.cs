using Modular.Storage.Schema;

namespace Modular.Host.Composition;

/// <summary>Brings the data files up to date before anything else starts: no job and no request ever meets an older schema.</summary>
internal sealed class SchemaUpgradeService(ISchema schema) : LifecycleService
{
    public override Task StartingAsync(CancellationToken cancellationToken) => schema.ApplyAsync(cancellationToken);
}
