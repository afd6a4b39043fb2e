using Microsoft.Extensions.DependencyInjection;
using Modular.Sites;
using Modular.Storage.Keys;
using Modular.Storage.PostgreSql.Keys;
using Modular.Storage.PostgreSql.Sites;
using Modular.Storage.Schema;
using Npgsql;

namespace Modular.Storage.PostgreSql;

/// <summary>Composition of the stores on PostgreSQL.</summary>
public static class PostgreSqlStorageServices
{
    /// <summary>What is wrong with a connection string, in English, after its name; null when it can be tried. It is not quoted: a password is in it.</summary>
    public static string? Fault(string connectionString)
    {
        const string example = "it looks like this: Host=db.example;Database=modular;Username=modular;Password=…";
        try
        {
            var given = new NpgsqlConnectionStringBuilder(connectionString);
            return given switch
            {
                { Host: null or "" } => $"names no Host of a PostgreSQL server: {example}",
                { Database: null or "" } => $"names no Database: {example}",
                _ => null,
            };
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            return $"is no connection string of PostgreSQL: {example}";
        }
    }

    /// <param name="services">The host's services.</param>
    /// <param name="dataFolder">Where this host keeps what is its own.</param>
    /// <param name="connectionString">The database that it shares with others.</param>
    public static IServiceCollection AddPostgreSqlStorage(this IServiceCollection services, string dataFolder, string connectionString) => services
        .AddSingleton(provider => new PostgreSqlDatabase(dataFolder, connectionString, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IDatabase>(provider => provider.GetRequiredService<PostgreSqlDatabase>())
        .AddSingleton<ISchema, PostgreSqlSchema>()
        .AddSingleton<ISharedVersions, SharedVersions>()
        .AddKeyFiles(provider => new SharedKeys(provider.GetRequiredService<PostgreSqlDatabase>()))
        .AddStores();
}
