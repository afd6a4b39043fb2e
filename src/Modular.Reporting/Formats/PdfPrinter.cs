using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Modular.Reporting.Documents;

namespace Modular.Reporting.Formats;

/// <summary>Prints by a Chromium of this machine: no script, no network, no file, and in its sandbox where the system lets it have one.</summary>
public sealed class PdfPrinter(string? browser)
{
    public const string Extension = "pdf";
    public const string ContentType = "application/pdf";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string? _browser = browser ?? PdfBrowser.Find();
    private volatile bool _hasNoSandbox;

    [MemberNotNullWhen(true, nameof(_browser))]
    public bool IsAble => _browser is not null;

    public async Task<RenderedReport> PrintAsync(ReportDocument report, CancellationToken cancellation = default)
    {
        var html = report.Render(new HtmlReport());
        return new RenderedReport(await PrintAsync(html.Content, cancellation), ContentType, Path.ChangeExtension(html.FileName, Extension));
    }

    /// <param name="html">A whole document that needs nothing from elsewhere.</param>
    /// <exception cref="PdfRefusedException">No browser, or it did not print.</exception>
    public async Task<byte[]> PrintAsync(byte[] html, CancellationToken cancellation = default)
    {
        if (!IsAble)
        {
            throw new PdfRefusedException("no browser (Chromium, Chrome or Edge) was found on this machine; Modular:Browser may name one.");
        }

        if (!_hasNoSandbox)
        {
            var (printed, said) = await TryAsync(_browser, html, isSandboxed: true, cancellation);
            if (printed is not null)
            {
                return printed;
            }

            // As root, and where the system has no user namespaces, Chromium says that it has no sandbox. Any other failure is no reason to do without.
            _hasNoSandbox = PdfBrowser.HasNoSandbox(said) ? true : throw NotPrinted();
        }

        return (await TryAsync(_browser, html, isSandboxed: false, cancellation)).Printed ?? throw NotPrinted();
    }

    private static PdfRefusedException NotPrinted() => new("the browser ended without printing.");

    /// <returns>What it printed, null when it ended without; and what it said of itself.</returns>
    private static async Task<(byte[]? Printed, string Said)> TryAsync(string browser, byte[] html, bool isSandboxed, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("modular-pdf-");
        await using var server = OnePageServer.Start(html);
        try
        {
            var printed = Path.Combine(folder.FullName, "report.pdf");
            var said = await RunAsync(browser, PdfBrowser.Arguments(folder.FullName, server, printed, isSandboxed), cancellation);
            return (File.Exists(printed) ? await File.ReadAllBytesAsync(printed, cancellation) : null, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string browser, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(start) ?? throw new PdfRefusedException("the browser could not be started.");
            try
            {
                var said = process.StandardError.ReadToEndAsync(limit.Token);
                await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), said, process.WaitForExitAsync(limit.Token));
                return await said;
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
    }
}

/// <summary>No PDF could be made; the message is an English sentence that says why.</summary>
public sealed class PdfRefusedException(string sentence) : Exception(sentence);
