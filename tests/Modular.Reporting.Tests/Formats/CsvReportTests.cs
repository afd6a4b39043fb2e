using Modular.Contracts.Reports;
using Modular.Reporting.Formats;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Formats;

[TestClass]
public sealed class CsvReportTests
{
    [TestMethod]
    [DataRow("=1+1", "'=1+1")]
    [DataRow("+33", "'+33")]
    [DataRow("-x", "'-x")]
    [DataRow("@cmd", "'@cmd")]
    [DataRow("|calc", "'|calc")]
    [DataRow("\t=1", "'\t=1")]
    [DataRow("\uFEFF=1", "'\uFEFF=1")]
    [DataRow(" =1", "' =1")]
    [DataRow("a;b", "\"a;b\"")]
    [DataRow("dit \"non\"", "\"dit \"\"non\"\"\"")]
    [DataRow("deux\nlignes", "\"deux\nlignes\"")]
    [DataRow("Violences – suite", "Violences – suite")]
    public async Task A_label_is_never_a_formula_nor_a_new_column(string label, string cell)
    {
        var report = await Reports.RenderAsync(
            new FactsInMemory().Add(7, "2024-01-01"), "<p></p>", Comparison.None, Count("situations") with { Label = label });
        StringAssert.Contains(report.Text(ReportFormat.Find("csv")!), $";situations;{cell};situations;");
    }

    [TestMethod]
    public async Task Rows_carry_codes_and_labels()
    {
        var report = await Reports.RenderAsync(
            new FactsInMemory().Add(7, "2024-01-01", "problem=fugue"), "<p></p>", Comparison.None, Count("by", by: ["problem"]));
        StringAssert.Contains(report.Text(ReportFormat.Find("csv")!), ";fugue;Fugue;;;7;100;;;;;\r\n");
    }
}
