using Modular.Storage.Schema;

namespace Modular.Host.Composition;

/// <summary>Brings the data files up to date before anything else starts: no job and no request ever meets an older schema.</summary>
internal sealed class SchemaAtStart(ISchema schema) : LifecycleService
{
    public bool Applied { get; private set; }

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await schema.ApplyAsync(cancellationToken);
        Applied = true;
    }
}
