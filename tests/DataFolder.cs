using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;

namespace Modular.Tests;

/// <summary>A data folder of one test's own, at the schema of today, on a real database. Link it from a test project that references Storage.</summary>
public sealed class DataFolder : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;

    private DataFolder(string path, ServiceProvider services, TestDatabase database) => (Path, _services, _database) = (path, services, database);

    public string Path { get; }

    public static async Task<DataFolder> CreateAsync(
        TimeProvider? time = null, Action<IServiceCollection>? configure = null, TestDatabase? database = null)
    {
        var path = Directory.CreateTempSubdirectory("modular-").FullName;
        return await OpenAsync(path, time, configure, database);
    }

    /// <summary>The same folder as another process would see it.</summary>
    public static async Task<DataFolder> OpenAsync(
        string path, TimeProvider? time = null, Action<IServiceCollection>? configure = null, TestDatabase? database = null)
    {
        var services = new ServiceCollection();
        // One for all folders: with another each time, EF Core would build its models anew, and keep them.
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddLogging();
        services.AddSingleton(time ?? TimeProvider.System);
        database ??= new SqliteTestDatabase();
        database.AddTo(services, path);
        configure?.Invoke(services);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ISchema>().ApplyAsync();
        return new DataFolder(path, provider, database);
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The same data as another process sees it.</summary>
    public Task<DataFolder> AgainAsync(TimeProvider? time = null) => OpenAsync(Path, time, null, _database);

    /// <summary>Ends what has the folder open, and leaves the folder.</summary>
    public ValueTask CloseAsync() => _services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
            await _database.DropAsync();
        }
    }
}

/// <summary>What the tables of a test are in.</summary>
public abstract class TestDatabase
{
    public abstract void AddTo(IServiceCollection services, string dataFolder);

    /// <summary>Nobody asks for it any more.</summary>
    public virtual Task DropAsync() => Task.CompletedTask;
}

public sealed class SqliteTestDatabase : TestDatabase
{
    public override void AddTo(IServiceCollection services, string dataFolder) => services.AddSqliteStorage(dataFolder);
}
