using Modular.Access;
using Modular.Storage.Schema;

namespace Modular.Host.Composition;

/// <summary>Brings the data files up to date before anything else starts: no job and no request ever meets an older schema.</summary>
internal sealed class SchemaUpgradeService(ISchema schema, IAccessJournal journal) : LifecycleService
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await schema.ApplyAsync(cancellationToken);
        // What was changed when the host was killed reaches the journal before anybody reads it.
        await journal.BringAsync(cancellationToken);
    }
}
