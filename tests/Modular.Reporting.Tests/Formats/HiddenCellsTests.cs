using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Formats;

[TestClass]
public sealed class HiddenCellsTests
{
    private static readonly FactsInMemory Facts = new FactsInMemory()
        .Add(3, "2024-06-01", "problem=fugue", "sex=homme")
        .Add(61, "2024-06-01", "problem=violences_conjugales", "sex=femme")
        .Add(23, "2024-06-01", "problem=logement", "sex=femme");

    private static readonly FigureDefinition ByProblem = Count("by_problem", by: ["problem"]) with { Chart = ChartKind.Bars };

    private static Task<ReportDocument> ReportAsync() => Reports.RenderAsync(
        Facts,
        """<p>{{ runaways }}|{{ runaways.change }}|{{ trend runaways "hausse" "baisse" "stable" }}|{{ if runaways.known }}su{{ else }}tu{{ end }}</p>"""
            + """{{ chart by_problem }}{{ chart crossed }}""",
        Comparison.YearBefore,
        Count("situations"), Count("runaways", where: "problem=fugue"), Share("share", "runaways", "situations"), ByProblem,
        Count("crossed", by: ["problem", "sex"]) with { Chart = ChartKind.Pyramid });

    [TestMethod]
    public async Task Json_says_null_and_suppressed_for_the_small_cell_and_its_partner_alike()
    {
        using var json = JsonDocument.Parse((await ReportAsync()).Render(ReportFormat.Find("json")!).Content);
        var figures = json.RootElement.GetProperty("figures");
        foreach (var hidden in new[] { figures.GetProperty("runaways"), figures.GetProperty("share"), Row("fugue"), Row("logement") })
        {
            Assert.AreEqual(JsonValueKind.Null, hidden.GetProperty("value").ValueKind);
            Assert.IsTrue(hidden.GetProperty("suppressed").GetBoolean());
            Assert.AreEqual(JsonValueKind.Null, hidden.GetProperty("change").ValueKind);
        }

        Assert.AreEqual(61, Row("violences_conjugales").GetProperty("value").GetInt32());
        Assert.IsFalse(Row("violences_conjugales").TryGetProperty("suppressed", out _));

        JsonElement Row(string code) => figures.GetProperty("by_problem")
            .GetProperty("rows")
            .EnumerateArray()
            .Single(row => row.GetProperty("keys")[0].GetString() == code);
    }

    [TestMethod]
    public async Task No_format_holds_a_hidden_number_anywhere()
    {
        var report = await ReportAsync();
        var csv = report.Text(ReportFormat.Find("csv")!);
        var page = new HtmlParser().ParseDocument(report.Text(ReportFormat.Find("html")!));
        foreach (var hidden in new[] { "3", "23" })
        {
            Assert.DoesNotContain($";{hidden};", csv);
            Assert.IsFalse(page.QuerySelectorAll("td, svg text, p").Any(element => Regex.IsMatch(element.TextContent, $@"(?<!\d){hidden}(?!\d)")), hidden);
        }

        Assert.AreEqual("masqué|masqué|une évolution masquée|tu", page.QuerySelector("p:not(.lede)")!.TextContent);
    }

    [TestMethod]
    public async Task A_chart_draws_no_bar_for_a_hidden_row_and_says_so()
    {
        var svg = new HtmlParser().ParseDocument((await ReportAsync()).Fragment).QuerySelector("svg")!;
        Assert.AreEqual(1, svg.QuerySelectorAll("rect").Length);
        Assert.AreEqual(2, svg.QuerySelectorAll("text").Count(text => text.TextContent == "masqué"));
    }

    [TestMethod]
    public async Task The_reader_is_told_when_the_data_was_read() =>
        StringAssert.Contains((await ReportAsync()).Fragment, "Données lues le 15 janvier 2025 à 7\u00a0h\u00a000");

    [TestMethod]
    public async Task The_reader_is_told_that_cells_are_hidden_and_why() =>
        StringAssert.Contains((await ReportAsync()).Fragment, "Les nombres de 1 à 4 sont masqués, et avec eux ceux qui permettraient de les retrouver.");
}
