namespace Modular.Browser.Tests.Harness;

/// <summary>Where browsers of the Chromium family usually are, in the order in which they are taken.</summary>
internal static class BrowserSearch
{
    /// <summary>Names the browser, before any search.</summary>
    public const string Variable = "MODULAR_CHROMIUM";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    public static IEnumerable<string> Places(IMachine machine)
    {
        if (machine.Variable(Variable) is { Length: > 0 } named)
        {
            yield return named;
            // Named and missing is a slip to be told, not a reason to take another.
            yield break;
        }

        foreach (var folder in (machine.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var name in Names)
            {
                yield return Path.Combine(folder, machine.IsWindows ? name + ".exe" : name);
            }
        }

        foreach (var place in machine.IsWindows ? OnWindows(machine) : Applications)
        {
            yield return place;
        }

        yield return machine.PlaywrightBrowser;
    }

    private static readonly string[] Applications =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/snap/bin/chromium",
    ];

    private static IEnumerable<string> OnWindows(IMachine machine) =>
        from program in (string[])[@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe"]
        from root in (string[])["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
        let folder = machine.Variable(root)
        where folder is { Length: > 0 }
        select Path.Combine(folder, program);
}
