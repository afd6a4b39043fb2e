using Microsoft.Extensions.DependencyInjection;
using Modular.Storage.Keys;
using Modular.Storage.Schema;

namespace Modular.Storage.Sqlite;

/// <summary>Composition of the stores on SQLite files.</summary>
public static class SqliteStorageServices
{
    /// <param name="services">The host's services.</param>
    /// <param name="dataFolder">Where the files are.</param>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string dataFolder) => services
        .AddSingleton(_ => new SqliteDatabase(dataFolder))
        .AddSingleton<IDatabase>(provider => provider.GetRequiredService<SqliteDatabase>())
        .AddSingleton<ISchema, SqliteSchema>()
        .AddKeyFiles(provider => KeyFolder.Of(provider.GetRequiredService<IDatabase>()))
        .AddStores();
}
