using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modular.Access;
using Modular.Access.Accounts;
using Modular.Access.Sessions;
using Modular.Host.Composition;

namespace Modular.Host.Tests;

/// <summary>The whole host on a free port, with a data folder of its own.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    /// <summary>Which versions of sites passed their checks in an earlier host of this test run: they are not judged again for each of them.</summary>
    private static byte[]? s_passed;

    private readonly WebApplication _app;

    private HostUnderTest(WebApplication app, string dataFolder)
    {
        _app = app;
        DataFolder = dataFolder;
    }

    public string DataFolder { get; }

    public Uri Address => new(_app.Urls.Single());

    public IServiceProvider Services => _app.Services;

    /// <param name="more">What differs from a plain start: plugins, settings, services.</param>
    /// <param name="dataFolder">One that was prepared; else one of its own.</param>
    public static async Task<HostUnderTest> StartAsync(Func<ServeOptions, ServeOptions>? more = null, string? dataFolder = null)
    {
        dataFolder ??= Directory.CreateTempSubdirectory("modular-host-").FullName;
        var options = new ServeOptions
        {
            DataFolder = dataFolder,
            PluginsFolder = Directory.CreateDirectory(Path.Combine(dataFolder, "no-plugins")).FullName,
            Urls = "http://127.0.0.1:0",
        };
        var passed = Path.Combine(Directory.CreateDirectory(Path.Combine(dataFolder, "sites")).FullName, "passed.json");
        if (s_passed is { } known)
        {
            await File.WriteAllBytesAsync(passed, known);
        }

        var app = ModularApp.Build(more is null ? options : more(options));
        await app.StartAsync();
        s_passed = File.Exists(passed) ? await File.ReadAllBytesAsync(passed) : s_passed;
        return new HostUnderTest(app, dataFolder);
    }

    /// <summary>With the four sites of the repository.</summary>
    public static Task<HostUnderTest> StartWithSitesAsync() =>
        StartAsync(options => options with { PluginsFolder = Path.Combine(Configuration.Home, "plugins") });

    /// <summary>A browser without a session. Redirections are not followed: they are what a test looks at.</summary>
    public HttpClient Visitor() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>A browser with the session of an account.</summary>
    public HttpClient SignedIn(Role role, params string[] sites)
    {
        var cookies = new CookieContainer();
        cookies.Add(Address, Session(role, sites));
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address };
    }

    /// <summary>The cookie of a session.</summary>
    public Cookie Session(Role role, params string[] sites)
    {
        var scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var session = _app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var now = _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var account = new Account
        {
            Id = Guid.NewGuid(),
            Login = $"{role.Spelled()}-{Guid.NewGuid():N}"[..20],
            Role = role,
            Sites = sites,
            PasswordHash = "none: this session is not opened with a password",
            Stamp = "stamp",
            CreatedAt = now,
        };
        // SQLite answers at once: nothing is waited for.
        Assert.IsTrue(_app.Services.GetRequiredService<IAccountStore>().AddAsync(account).GetAwaiter().GetResult());
        var ticket = new AuthenticationTicket(
            SessionPrincipal.Of(account), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + session.ExpireTimeSpan }, scheme);
        return new Cookie(session.Cookie.Name!, session.TicketDataFormat.Protect(ticket));
    }

    /// <summary>An account with a password, to sign in with as people do.</summary>
    public async Task<(string Login, string Password)> AddAccountAsync(Role role, params string[] sites)
    {
        var (login, password) = ($"{role.Spelled()}.{Guid.NewGuid():N}"[..24], "quatre chevaux traversent le gué");
        var made = await _app.Services.GetRequiredService<AccountService>().CreateAsync(new AccountRequest(login, role, sites, null), password, null);
        Assert.IsEmpty(made.Faults);
        return (login, password);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(DataFolder, recursive: true);
    }
}
