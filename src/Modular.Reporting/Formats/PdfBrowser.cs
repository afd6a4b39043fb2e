namespace Modular.Reporting.Formats;

/// <summary>Finds a browser of the Chromium family, and knows how it is started so that it does nothing but print.</summary>
internal static class PdfBrowser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] Always =
    [
        "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        "--disable-extensions", "--disable-default-apps", "--disable-quic", "--disable-breakpad", "--no-pdf-header-footer",
        // Nothing is reached but our own proxy: no name is looked up, and no address of this machine goes around it.
        "--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE 127.0.0.1", "--proxy-bypass-list=<-loopback>",
    ];

    /// <summary>What Chromium says before it ends because the system lets it have no sandbox.</summary>
    private static readonly string[] NoSandbox =
    [
        "Running as root without --no-sandbox",
        "No usable sandbox",
        "SUID sandbox helper binary was found, but is not configured correctly",
        "Failed to move to new namespace",
    ];

    public static bool HasNoSandbox(string said) => NoSandbox.Any(sentence => said.Contains(sentence, StringComparison.Ordinal));

    public static IEnumerable<string> Arguments(string folder, OnePageServer server, string printed, bool isSandboxed) =>
    [
        .. Always,
        $"--proxy-server=http://127.0.0.1:{server.Port}",
        $"--user-data-dir={Path.Combine(folder, "profile")}",
        .. isSandboxed ? Array.Empty<string>() : ["--no-sandbox"],
        $"--print-to-pdf={printed}",
        server.Page.AbsoluteUri,
    ];

    public static string? Find() => Folders()
        .SelectMany(folder => Names.SelectMany(name => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }))
        .FirstOrDefault(File.Exists);

    private static IEnumerable<string> Folders()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }

        var folders = new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 };
        foreach (var programs in folders.Select(Environment.GetFolderPath).Where(folder => folder.Length > 0))
        {
            yield return Path.Combine(programs, "Google", "Chrome", "Application");
            yield return Path.Combine(programs, "Microsoft", "Edge", "Application");
        }

        yield return "/Applications/Google Chrome.app/Contents/MacOS";
    }
}
