using Microsoft.Playwright;

namespace Modular.Browser.Tests.Harness;

/// <summary>The machine's own Chromium, started once. Each visit gets a profile of its own.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static Task<IBrowser> GetAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable(),
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private static string Executable() =>
        Environment.GetEnvironmentVariable("MODULAR_CHROMIUM") is { Length: > 0 } named ? named
        : Places.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("These tests need Chromium, Chrome or Edge. On Debian: apt-get install chromium. Elsewhere set MODULAR_CHROMIUM to its path.");
}
