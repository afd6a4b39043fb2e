using System.Text;
using Modular.Contracts.Reports;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Formats;

[TestClass]
public sealed class PdfPrinterTests
{
    [TestMethod]
    public async Task A_browser_prints_the_report()
    {
        var printer = new PdfPrinter(null);
        if (!printer.IsAble && Environment.GetEnvironmentVariable("CI") is null)
        {
            Assert.Inconclusive("No Chromium, Chrome or Edge on this machine.");
        }

        var printed = await printer.PrintAsync(await ReportAsync());

        Assert.AreEqual("%PDF-", Encoding.ASCII.GetString(printed.Content.AsSpan(0, 5)));
        Assert.AreEqual("essai-dunkerque-2024.pdf", printed.FileName);
    }

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

    private static Task<ReportDocument> ReportAsync() =>
        Reports.RenderAsync(new FactsInMemory().Add(7, "2024-01-01"), "<p>Bilan</p>", Comparison.None, Count("situations"));
}
