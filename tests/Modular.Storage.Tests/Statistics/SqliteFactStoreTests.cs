using Microsoft.Extensions.DependencyInjection;
using Modular.Statistics;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;

namespace Modular.Storage.Tests.Statistics;

[TestClass]
public sealed class SqliteFactStoreTests : FactStoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-facts").FullName;
    private ServiceProvider _services = null!;

    protected override IFactSink Sink => _services.GetRequiredService<IFactSink>();

    protected override IFactReader Reader => _services.GetRequiredService<IFactReader>();

    [TestInitialize]
    public async Task Open()
    {
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSqliteStorage(_folder).BuildServiceProvider();
        await _services.GetRequiredService<ISchema>().ApplyAsync();
    }

    [TestCleanup]
    public async Task Close()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
