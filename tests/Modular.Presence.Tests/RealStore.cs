using Microsoft.Extensions.DependencyInjection;
using Modular.Jobs.Messages;
using Modular.Sites;
using Modular.Storage.Schema;
using Modular.Tests;
using Modular.Storage.Sqlite;

namespace Modular.Presence.Tests;

/// <summary>The module on a database file of its own.</summary>
internal sealed class RealStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-presence-").FullName;
    private readonly ServiceProvider _services;

    private RealStore(LoadedSite site, TestClock clock)
    {
        Clock = clock;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSqliteStorage(_folder)
            .AddPresence()
            .AddSingleton<ISiteCatalogue>(new OneSite(site))
            .AddSingleton<IMessageSender>(Messages)
            .BuildServiceProvider();
    }

    public TestClock Clock { get; }

    public KeptMessages Messages { get; } = new();

    public static async Task<RealStore> OpenAsync(LoadedSite? site = null, string now = "2026-11-25T12:00+01:00")
    {
        var store = new RealStore(site ?? Example.HauteMarne, new TestClock { Now = Example.Instant(now) });
        await store.Get<ISchema>().ApplyAsync();
        return store;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

internal sealed class TestClock : TimeProvider
{
    public required DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
