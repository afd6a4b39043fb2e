using Microsoft.Playwright;
using Modular.Tests;

namespace Modular.Browser.Tests.Harness;

/// <summary>One browser for all tests, started once. Each visit gets a profile of its own.</summary>
[TestClass]
public static class Chromium
{
    /// <summary>Without its sandbox: root and many containers have none to give, and it sees our own pages only.</summary>
    public static readonly IReadOnlyList<string> Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly Lazy<Task<(IPlaywright Playwright, string Executable)>> Found = new(FindAsync);
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);
    private static Action<string> s_tell = static _ => { };

    /// <summary>A warning is what a test run shows at once: what is told through it is seen where somebody typed <c>dotnet test</c>.</summary>
    [AssemblyInitialize]
    public static void BeginRun(TestContext run) => s_tell = sentence => run.DisplayMessage(MessageLevel.Warning, sentence);

    [AssemblyCleanup]
    public static async Task EndRunAsync()
    {
        if (Started.IsValueCreated && Started.Value.IsCompletedSuccessfully)
        {
            await (await Started.Value).CloseAsync();
        }

        await PostgreSqlServer.EndAllAsync();
    }

    public static async Task<IBrowser> GetAsync() => await DecidedAsync(Started.Value);

    /// <summary>The browser's file, for what starts it by itself: the PDF printer.</summary>
    public static async Task<string> ExecutableAsync() => (await DecidedAsync(Found.Value)).Executable;

    private static async Task<(IPlaywright Playwright, string Executable)> FindAsync()
    {
        var playwright = await Playwright.CreateAsync();
        // Two runs on one machine: the second waits for what the first installs.
        await using var turn = await Turn.TakeAsync(Path.Combine(Path.GetTempPath(), "modular-browser.lock"));
        var setup = new BrowserSetup(new ThisMachine(playwright), sentence => s_tell(sentence));
        return (playwright, await setup.GetAsync());
    }

    private static async Task<IBrowser> StartAsync()
    {
        var (playwright, executable) = await Found.Value;
        try
        {
            return await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = executable,
                Headless = true,
                Args = Arguments,
            });
        }
        catch (PlaywrightException failure)
        {
            throw new BrowserMissingException($"{executable} does not start: {failure.Message} Install another, or set {BrowserSearch.Variable} to its path.");
        }
    }

    private static async Task<T> DecidedAsync<T>(Task<T> wanted)
    {
        try
        {
            return await wanted;
        }
        catch (BrowserMissingException missing) when (Environment.GetEnvironmentVariable("CI") is not { Length: > 0 })
        {
            Assert.Inconclusive(missing.Message);
            throw;
        }
    }
}
