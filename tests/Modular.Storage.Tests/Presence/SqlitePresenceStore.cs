using Microsoft.Extensions.DependencyInjection;
using Modular.Presence;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;

namespace Modular.Storage.Tests.Presence;

[TestClass]
public sealed class SqlitePresenceStore : PresenceStoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-presence-").FullName;
    private ServiceProvider _services = null!;

    private protected override IPresenceStore Store => _services.GetRequiredService<IPresenceStore>();

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
