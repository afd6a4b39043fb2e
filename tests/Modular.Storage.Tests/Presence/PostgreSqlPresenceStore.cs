using Modular.Presence;
using Modular.Tests;

namespace Modular.Storage.Tests.Presence;

[TestClass]
public sealed class PostgreSqlPresenceStore : PresenceStoreContract
{
    private DataFolder? _data;

    private protected override IPresenceStore Store => _data!.Get<IPresenceStore>();

    [TestInitialize]
    public async Task Open() => _data = await PostgreSqlTestDatabase.FolderAsync();

    [TestCleanup]
    public ValueTask Close() => _data?.DisposeAsync() ?? ValueTask.CompletedTask;
}
