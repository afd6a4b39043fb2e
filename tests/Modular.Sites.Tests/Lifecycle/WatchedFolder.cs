using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Modular.Sites.Tests.Lifecycle;

/// <summary>A plugins folder and a data folder of their own, followed by a catalogue as the host runs it.</summary>
internal sealed class WatchedFolder : IAsyncDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("modular-life-");
    private ServiceProvider? _services;

    public string Plugins => Path.Combine(_root.FullName, "plugins");

    public string Data => Path.Combine(_root.FullName, "data");

    public ISiteCatalogue Catalogue => _services!.GetRequiredService<ISiteCatalogue>();

    /// <summary>Checks of other modules, asked beside those of the sites' own.</summary>
    public List<IStaticCheck> Checks { get; } = [];

    /// <summary>What several hosts tell each other; null for one that is alone.</summary>
    public ISharedVersions? Shared { get; init; }

    public ISiteVersions Versions => _services!.GetRequiredService<ISiteVersions>();

    public string FolderOf(string name) => Path.Combine(Plugins, name);

    public async Task<WatchedFolder> StartAsync()
    {
        _services = Services();
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await ((IHostedLifecycleService)hosted).StartingAsync(default);
            await hosted.StartAsync(default);
        }

        return this;
    }

    public async Task StopAsync()
    {
        foreach (var hosted in _services?.GetServices<IHostedService>() ?? [])
        {
            await hosted.StopAsync(default);
        }

        await (_services?.DisposeAsync() ?? default);
        _services = null;
    }

    /// <summary>The same services, never started: what a command has.</summary>
    public ServiceProvider Services()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSites(Plugins, Data);
        Checks.ForEach(check => services.AddSingleton(check));
        if (Shared is not null)
        {
            services.AddSingleton(Shared);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>Puts a site of this identifier into a folder.</summary>
    public void Drop(string folder, string id = "minimal", string version = "1.0.0", string? code = null)
    {
        TempPlugin.CopyMinimal(FolderOf(folder));
        if (code is not null)
        {
            TempPlugin.AddCode(FolderOf(folder), code);
        }

        Change(folder, "site.json", "\"id\": \"minimal\"", $"\"id\": \"{id}\"");
        Change(folder, "site.json", "\"version\": \"1.0.0\"", $"\"version\": \"{version}\"");
    }

    public void Change(string folder, string file, string old, string with)
    {
        var path = Path.Combine(FolderOf(folder), file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Waits for the catalogue to say so; fails after ten seconds.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> UntilAsync(Func<ISiteCatalogue, bool> holds)
    {
        var begin = Stopwatch.GetTimestamp();
        var (catalogue, reached) = (Catalogue, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        void Look()
        {
            if (holds(catalogue))
            {
                reached.TrySetResult();
            }
        }

        catalogue.Changed += Look;
        try
        {
            Look();
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException)
        {
            Assert.Fail(
                "The catalogue stayed at: " + string.Join(
                    "; ", catalogue.All.Select(status => $"{status.Folder} {status.Version} {status.State} {string.Join(' ', status.Faults)}")));
        }
        finally
        {
            catalogue.Changed -= Look;
        }

        return Stopwatch.GetElapsedTime(begin);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _root.Delete(recursive: true);
    }
}
