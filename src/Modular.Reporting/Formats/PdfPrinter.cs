using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Modular.Reporting;

/// <summary>Prints a report's HTML with a browser of the Chromium family that stands on this machine. The browser is given no network.</summary>
/// <param name="browser">Where the browser is; null: looked for where such browsers usually are.</param>
public sealed class PdfPrinter(string? browser)
{
    public const string Extension = "pdf";
    public const string ContentType = "application/pdf";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private readonly string? _browser = browser ?? Find();

    /// <summary>False when there is no browser to print with.</summary>
    [MemberNotNullWhen(true, nameof(_browser))]
    public bool IsAble => _browser is not null;

    /// <exception cref="PdfRefusedException">No browser, or it did not print.</exception>
    public async Task<RenderedReport> PrintAsync(ReportDocument report, CancellationToken cancellation = default)
    {
        if (!IsAble)
        {
            throw new PdfRefusedException("no browser (Chromium, Chrome or Edge) was found on this machine; Modular:Browser may name one.");
        }

        var html = report.Render(ReportFormat.Html);
        var folder = Directory.CreateTempSubdirectory("modular-pdf-");
        try
        {
            var page = Path.Combine(folder.FullName, "report.html");
            var printed = Path.Combine(folder.FullName, "report.pdf");
            await File.WriteAllBytesAsync(page, html.Content, cancellation);
            await RunAsync(_browser, folder.FullName, page, printed, cancellation);
            return new RenderedReport(await File.ReadAllBytesAsync(printed, cancellation), ContentType, Path.ChangeExtension(html.FileName, Extension));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string browser, string folder, string page, string printed, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(browser,
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--proxy-server=127.0.0.1:9", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profile")}",
            // Chromium refuses to run as root inside its sandbox; the page is ours, and holds nothing that anybody typed.
            .. OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : [],
            "--no-pdf-header-footer", $"--print-to-pdf={printed}", new Uri(page).AbsoluteUri,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(start) ?? throw new PdfRefusedException("the browser could not be started.");
            try
            {
                await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
                throw;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PdfRefusedException("the browser did not print in time.");
        }
        catch (Win32Exception)
        {
            throw new PdfRefusedException($"the browser {browser} could not be started.");
        }

        if (!File.Exists(printed))
        {
            throw new PdfRefusedException("the browser ended without printing.");
        }
    }

    private static string? Find() => Folders()
        .SelectMany(folder => Names.SelectMany(name => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }))
        .FirstOrDefault(File.Exists);

    private static IEnumerable<string> Folders()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }

        foreach (var programs in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 }.Select(Environment.GetFolderPath).Where(folder => folder.Length > 0))
        {
            yield return Path.Combine(programs, "Google", "Chrome", "Application");
            yield return Path.Combine(programs, "Microsoft", "Edge", "Application");
        }

        yield return "/Applications/Google Chrome.app/Contents/MacOS";
    }
}

/// <summary>No PDF could be made; the message is an English sentence that says why.</summary>
public sealed class PdfRefusedException(string sentence) : Exception(sentence);
