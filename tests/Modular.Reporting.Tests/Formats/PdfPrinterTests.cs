using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Formats;

/// <summary>How a browser is started. What a real one prints, and does not do, is tested with the pages.</summary>
[TestClass]
public sealed class PdfPrinterTests
{
    [TestMethod]
    public async Task A_browser_that_is_not_there_is_said_to_be_missing()
    {
        var report = await ReportAsync();
        var refused = await Assert.ThrowsExactlyAsync<PdfRefusedException>(() => new PdfPrinter("/nowhere/chromium").PrintAsync(report));
        StringAssert.Contains(refused.Message, "/nowhere/chromium");
    }

    [TestMethod]
    public async Task A_program_that_prints_nothing_is_no_browser()
    {
        var report = await ReportAsync();
        var refused = await Assert.ThrowsExactlyAsync<PdfRefusedException>(() => new PdfPrinter(Environment.ProcessPath!).PrintAsync(report));
        StringAssert.Contains(refused.Message, "without printing");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task A_browser_keeps_its_sandbox()
    {
        using var browser = new FakeBrowser("");
        var printer = new PdfPrinter(browser.Path);

        var printed = await printer.PrintAsync(await ReportAsync());
        await printer.PrintAsync(await ReportAsync());

        Assert.AreEqual("essai-dunkerque-2024.pdf", printed.FileName);
        CollectionAssert.AreEqual(new[] { "sandbox", "sandbox" }, browser.Starts);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow(
        "[1:1:0101/000000.1:ERROR:content/browser/zygote_host/zygote_host_impl_linux.cc:103] "
        + "Running as root without --no-sandbox is not supported. See https://crbug.com/638180.")]
    [DataRow(
        "[1:1:0101/000000.1:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:128] "
        + "No usable sandbox! If you are running on Ubuntu 23.10+ or another Linux distro.")]
    [DataRow(
        "[1:1:0101/000000.1:FATAL:sandbox/linux/suid/client/setuid_sandbox_host.cc:158] "
        + "The SUID sandbox helper binary was found, but is not configured correctly.")]
    [DataRow("Failed to move to new namespace: PID namespaces supported, Network namespace supported, but failed: errno = Operation not permitted")]
    public async Task A_browser_that_has_no_sandbox_here_prints_without_and_is_not_asked_again(string said)
    {
        using var browser = new FakeBrowser($"[ $sandbox = sandbox ] && echo '{said}' >&2 && exit 1");
        var printer = new PdfPrinter(browser.Path);

        await printer.PrintAsync(await ReportAsync());
        await printer.PrintAsync(await ReportAsync());

        CollectionAssert.AreEqual(new[] { "sandbox", "none", "none" }, browser.Starts);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task A_browser_that_fails_for_another_reason_is_never_asked_without_its_sandbox()
    {
        using var browser = new FakeBrowser("echo 'Out of memory' >&2; exit 1");
        var printer = new PdfPrinter(browser.Path);
        var report = await ReportAsync();

        await Assert.ThrowsExactlyAsync<PdfRefusedException>(() => printer.PrintAsync(report));
        var refused = await Assert.ThrowsExactlyAsync<PdfRefusedException>(() => printer.PrintAsync(report));

        StringAssert.Contains(refused.Message, "without printing");
        CollectionAssert.AreEqual(new[] { "sandbox", "sandbox" }, browser.Starts);
    }

    private static Task<ReportDocument> ReportAsync() =>
        Reports.RenderAsync(new FactsInMemory().Add(7, "2024-01-01"), "<p>Bilan</p>", Comparison.None, Count("situations"));

    /// <summary>A script that is started as a browser is, notes whether it may keep its sandbox, and writes a file where the PDF is expected.</summary>
    private sealed class FakeBrowser : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modular-browser-");

        public FakeBrowser(string does)
        {
            File.WriteAllText(Path, $"""
                #!/bin/sh
                sandbox=sandbox
                for word in "$@"; do
                  case "$word" in
                    --no-sandbox) sandbox=none ;;
                    --print-to-pdf=*) pdf="$(echo "$word" | cut -d= -f2-)" ;;
                  esac
                done
                echo $sandbox >> {_folder.FullName}/starts
                {does}
                echo %PDF- > "$pdf"

                """.ReplaceLineEndings("\n"));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        public string Path => System.IO.Path.Combine(_folder.FullName, "browser");

        public string[] Starts => File.ReadAllLines(System.IO.Path.Combine(_folder.FullName, "starts"));

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
