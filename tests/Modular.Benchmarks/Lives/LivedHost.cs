using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Host.Composition;
using Modular.Sites;
using Modular.Storage.Backups;
using Modular.Storage.Schema;
using Modular.Tests;

namespace Modular.Benchmarks.Lives;

/// <summary>A host's modules in this process, as they are composed, on one of the databases. It may be started again, and move to the other database.</summary>
internal sealed class LivedHost : IAsyncDisposable
{
    private readonly ISiteCatalogue _sites;
    private readonly PostgreSqlServer _server;
    private readonly List<string> _folders = [];
    private readonly List<string> _databases = [];
    private bool _isOnPostgreSql;
    private ServiceProvider _services = null!;

    private LivedHost(ISiteCatalogue sites, PostgreSqlServer server, bool isOnPostgreSql) =>
        (_sites, _server, _isOnPostgreSql) = (sites, server, isOnPostgreSql);

    /// <summary>When all that it does is said to be done.</summary>
    public Clock Clock { get; } = new("2026-01-05T08:00:00Z");

    public static async Task<LivedHost> StartAsync(ISiteCatalogue sites, PostgreSqlServer server, bool isOnPostgreSql)
    {
        var host = new LivedHost(sites, server, isOnPostgreSql);
        await host.OpenAsync(isNew: true);
        return host;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        await OpenAsync(isNew: false);
    }

    /// <summary>By a backup, which is restored on the other database.</summary>
    public async Task MoveAsync()
    {
        var archive = Path.Combine(_folders[^1], "moving.zip");
        await Get<BackupArchive>().CreateAsync(archive);
        await _services.DisposeAsync();
        _isOnPostgreSql = !_isOnPostgreSql;
        await OpenAsync(isNew: true);
        await Get<BackupArchive>().RestoreAsync(archive);
        await RestartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
        foreach (var database in _databases)
        {
            await _server.DropDatabaseAsync(database);
        }
    }

    private async Task OpenAsync(bool isNew)
    {
        if (isNew)
        {
            _folders.Add(Directory.CreateTempSubdirectory("modular-life-").FullName);
            if (_isOnPostgreSql)
            {
                _databases.Add(await _server.CreateDatabaseAsync());
            }
        }

        var services = new ServiceCollection();
        // One for all lives: with another each time, EF Core would build its models anew, and keep them.
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging();
        var place = _isOnPostgreSql ? _server.ConnectionString(_databases[^1]) : null;
        services.AddModular(new ModularSettings(_folders[^1], _folders[^1], Demo: false, Browser: null, place));
        services.AddSingleton<TimeProvider>(Clock).AddSingleton(_sites);
        _services = services.BuildServiceProvider();
        await Get<ISchema>().ApplyAsync();
    }
}
