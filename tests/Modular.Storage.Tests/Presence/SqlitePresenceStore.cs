using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Modular.Presence.Marks;
using Modular.Storage.Schema;

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
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddModularStorage(_folder).BuildServiceProvider();
        await _services.GetRequiredService<SchemaScripts>().ApplyAsync();
    }

    [TestCleanup]
    public async Task Close()
    {
        var connection = new SqliteConnection(_services.GetRequiredService<Database>().ConnectionString(DataFile.Main));
        await _services.DisposeAsync();
        SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
    }
}
