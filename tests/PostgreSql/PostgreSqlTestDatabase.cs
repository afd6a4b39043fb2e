using Microsoft.Extensions.DependencyInjection;
using Modular.Storage.PostgreSql;
using Npgsql;

namespace Modular.Tests;

/// <summary>A database of one test's own on the tests' server. Where there is no server to be had, the test is skipped with the sentence that says so.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private readonly PostgreSqlServer _server;
    private readonly string _name;

    private PostgreSqlTestDatabase(PostgreSqlServer server, string name) => (_server, _name) = (server, name);

    public string ConnectionString => _server.ConnectionString(_name);

    public static async Task<PostgreSqlTestDatabase> CreateAsync()
    {
        var server = await ServerAsync();
        return new PostgreSqlTestDatabase(server, await server.CreateDatabaseAsync());
    }

    /// <summary>The one that all tests of this process share.</summary>
    public static Task<PostgreSqlServer> ServerAsync() => FoundAsync(PostgreSqlServer.GetAsync());

    /// <summary>A server that one test alone may stop.</summary>
    public static Task<PostgreSqlServer> OwnServerAsync() => FoundAsync(PostgreSqlServer.StartAsync(isDurable: false));

    /// <summary>On a desk without PostgreSQL the test is undecided; in CI that is a failure.</summary>
    private static async Task<PostgreSqlServer> FoundAsync(Task<PostgreSqlServer> server)
    {
        try
        {
            return await server;
        }
        catch (PostgreSqlMissingException missing) when (Environment.GetEnvironmentVariable("CI") is not "true")
        {
            Assert.Inconclusive(missing.Message);
            throw;
        }
    }

    /// <summary>A data folder on a database of its own.</summary>
    public static async Task<DataFolder> FolderAsync(TimeProvider? time = null) => await DataFolder.CreateAsync(time, null, await CreateAsync());

    /// <summary>As somebody with the password of the database.</summary>
    public async Task ExecuteAsync(string text)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    public override void AddTo(IServiceCollection services, string dataFolder) => services.AddPostgreSqlStorage(dataFolder, ConnectionString);

    public override Task DropAsync() => _server.DropDatabaseAsync(_name);
}
