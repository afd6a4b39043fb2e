using Modular.Statistics.Facts;
using Modular.Tests;

namespace Modular.Storage.Tests.Statistics;

[TestClass]
public sealed class PostgreSqlFactStoreTests : FactStoreContract
{
    private DataFolder? _data;

    protected override IFactSink Sink => _data!.Get<IFactSink>();

    protected override IFactReader Reader => _data!.Get<IFactReader>();

    [TestInitialize]
    public async Task Open() => _data = await PostgreSqlTestDatabase.FolderAsync();

    [TestCleanup]
    public ValueTask Close() => _data?.DisposeAsync() ?? ValueTask.CompletedTask;
}
