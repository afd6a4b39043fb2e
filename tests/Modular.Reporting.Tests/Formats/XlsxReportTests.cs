using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Formats;

[TestClass]
public sealed class XlsxReportTests
{
    static XlsxReportTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [TestMethod]
    public async Task Another_reader_finds_the_lines_of_the_csv()
    {
        var report = await Reports.RenderAsync(Some(), "<p></p>", Comparison.YearBefore, Count("situations"), Count("by", by: ["problem"]));
        var lines = report.Text(ReportFormat.Find("csv")!)
            .TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(';'))
            .ToList();
        var rows = Sheet(report, "Chiffres");

        Assert.HasCount(lines.Count, rows);
        foreach (var (line, row) in lines.Zip(rows))
        {
            CollectionAssert.AreEqual(line.SkipLast(1).ToList(), row.SkipLast(1).ToList());
        }
    }

    [TestMethod]
    public async Task A_number_is_a_number_and_a_hidden_one_a_word()
    {
        var report = await Reports.RenderAsync(Some(), "<p></p>", Comparison.None, Count("by", by: ["problem"]));
        var values = Sheet(report, "Chiffres").Skip(1).ToDictionary(row => row[6], row => row[10]);
        Assert.AreEqual("9", values["logement"]);
        Assert.AreEqual("masqué", values["harcelement"]);
    }

    [TestMethod]
    public async Task The_same_figures_give_the_same_bytes()
    {
        var report = await Reports.RenderAsync(Some(), "<p></p>", Comparison.None, Count("by", by: ["problem"]));
        var again = await Reports.RenderAsync(Some(), "<p></p>", Comparison.None, Count("by", by: ["problem"]));
        CollectionAssert.AreEqual(report.Render(ReportFormat.Find("xlsx")!).Content, again.Render(ReportFormat.Find("xlsx")!).Content);
    }

    [TestMethod]
    public async Task A_label_that_looks_like_a_formula_is_a_text()
    {
        var report = await Reports.RenderAsync(Some(), "<p></p>", Comparison.None, Count("situations") with { Label = "=1+1" });
        Assert.AreEqual("'=1+1", Sheet(report, "Chiffres")[1][4]);
    }

    [TestMethod]
    public async Task The_workbook_is_what_the_standard_says()
    {
        var report = await Reports.RenderAsync(Some(), "<p></p>", Comparison.YearBefore, Count("by", by: ["problem"]));
        using var book = SpreadsheetDocument.Open(new MemoryStream(report.Render(ReportFormat.Find("xlsx")!).Content), isEditable: false);
        Assert.IsEmpty(new OpenXmlValidator().Validate(book).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }

    private static FactsInMemory Some() =>
        new FactsInMemory()
            .Add(7, "2024-01-01", "problem=fugue")
            .Add(2, "2024-02-01", "problem=harcelement")
            .Add(9, "2024-02-01", "problem=logement")
            .Add(3, "2024-03-01", "problem=precarite");

    private static List<string[]> Sheet(ReportDocument report, string name)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(report.Render(ReportFormat.Find("xlsx")!).Content));
        while (reader.Name != name)
        {
            Assert.IsTrue(reader.NextResult(), $"No sheet is called {name}.");
        }

        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Written(reader.GetValue(column)))]);
        }

        return rows;
    }

    private static string Written(object? value) =>
        value is double number ? number.ToString("0.##", CultureInfo.GetCultureInfo("fr-FR")) : value?.ToString() ?? "";
}
