using Microsoft.Extensions.DependencyInjection;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;

namespace Modular.Tests;

/// <summary>A data folder of one test's own, with real files at the schema of today. Link it from a test project that references Storage.</summary>
public sealed class DataFolder : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private DataFolder(string path, ServiceProvider services) => (Path, _services) = (path, services);

    public string Path { get; }

    public static async Task<DataFolder> CreateAsync(TimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var path = Directory.CreateTempSubdirectory("modular-").FullName;
        return await OpenAsync(path, time, configure);
    }

    /// <summary>The same folder as another process would see it.</summary>
    public static async Task<DataFolder> OpenAsync(string path, TimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSqliteStorage(path);
        configure?.Invoke(services);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ISchema>().ApplyAsync();
        return new DataFolder(path, provider);
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Ends what has the folder open, and leaves the folder.</summary>
    public ValueTask CloseAsync() => _services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
