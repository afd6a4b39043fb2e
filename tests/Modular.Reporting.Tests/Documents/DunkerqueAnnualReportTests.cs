using System.Text.Json;
using AngleSharp.Html.Parser;
using Modular.Reporting.Formats;
using Modular.Statistics.Tests;

namespace Modular.Reporting.Tests.Documents;

/// <summary>461 situations in 2023, 309 of them VIF; 487 in 2024, 278 of them VIF: the volume rises, VIF falls, and no format says otherwise.</summary>
[TestClass]
public sealed class DunkerqueAnnualReportTests
{
    private static readonly FactsInMemory Facts = new FactsInMemory()
        .Add(309, "2023-06-01", "vif=yes", "problem=violences_conjugales", "station=dunkerque", "state=closed", "contacted=yes")
        .Add(461 - 309, "2023-06-01", "vif=no", "problem=conflit_conjugal", "station=dunkerque", "state=closed", "contacted=yes")
        .Add(278, "2024-06-01", "vif=yes", "problem=violences_conjugales", "station=dunkerque", "state=closed", "contacted=yes")
        .Add(487 - 278, "2024-06-01", "vif=no", "problem=conflit_conjugal", "station=dunkerque", "state=closed", "contacted=yes");

    [TestMethod]
    public async Task Json_has_the_numbers_and_their_changes()
    {
        using var json = JsonDocument.Parse((await Reports.RenderAsync(Facts, "2024")).Render(ReportFormat.Find("json")!).Content);
        var root = json.RootElement;
        Assert.AreEqual(
            ("dunkerque", "annuel", "2024-01-01", "2024-12-31"),
            (Text(root, "site"), Text(root, "report"), Text(root.GetProperty("period"), "from"), Text(root.GetProperty("period"), "to")));
        Assert.AreEqual((487m, 461m, 5.6m, "percent", "situations"), Figure(root, "situations"));
        Assert.AreEqual((278m, 309m, -10.0m, "percent", "situations"), Figure(root, "vif"));
        Assert.AreEqual((57.1m, 67.0m, -9.9m, "points", "percent"), Figure(root, "vif_share"));
        var row = root.GetProperty("figures")
            .GetProperty("by_problem")
            .GetProperty("rows")
            .EnumerateArray()
            .Single(row => row.GetProperty("keys")[0].GetString() == "conflit_conjugal");
        Assert.AreEqual(209, row.GetProperty("value").GetDecimal());
        Assert.IsTrue(
            root.GetProperty("figures")
                .EnumerateObject()
                .All(figure => figure.Value.TryGetProperty("definition", out _) && figure.Value.TryGetProperty("not_known", out _)));

        static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

        static (decimal, decimal, decimal, string, string) Figure(JsonElement root, string name)
        {
            var figure = root.GetProperty("figures").GetProperty(name);
            return (
                figure.GetProperty("value").GetDecimal(),
                figure.GetProperty("before").GetDecimal(),
                figure.GetProperty("change").GetDecimal(),
                Text(figure, "change_unit"),
                Text(figure, "unit"));
        }
    }

    [TestMethod]
    public async Task Html_says_the_same_in_french()
    {
        var page = new HtmlParser().ParseDocument((await Reports.RenderAsync(Facts, "2024")).Text(ReportFormat.Find("html")!));
        var text = page.Body!.TextContent.Replace('\u202F', ' ').Replace('\u00A0', ' ');
        StringAssert.Contains(text, "487 situations, contre 461 un an plus tôt");
        StringAssert.Contains(text, "un nombre en hausse (+ 5,6 %)");
        StringAssert.Contains(text, "Violences intrafamiliales : 278 situations, contre 309 : en baisse (– 10,0 %)");
        StringAssert.Contains(text, "57 %, contre 67 %");
        Assert.AreEqual("Bilan annuel – Dunkerque – année 2024", page.Title);
    }

    [TestMethod]
    public async Task Csv_has_the_same_numbers_for_a_french_spreadsheet()
    {
        var bytes = (await Reports.RenderAsync(Facts, "2024")).Render(ReportFormat.Find("csv")!).Content;
        CollectionAssert.AreEqual(new byte[] { 0xEF, 0xBB, 0xBF }, bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        StringAssert.Contains(lines.Single(line => line.Contains(";situations;Situations;", StringComparison.Ordinal)), ";487;;461;5,6;percent;0;");
        StringAssert.Contains(lines.Single(line => line.Contains(";vif;", StringComparison.Ordinal)), ";278;;309;-10;percent;0;");
        StringAssert.Contains(lines.Single(line => line.Contains(";vif_share;", StringComparison.Ordinal)), ";57,1;;67;-9,9;points;0;");
        Assert.IsTrue(lines.SkipLast(1).All(line => line.Count(sign => sign == ';') >= 16));
    }

    [TestMethod]
    public async Task The_first_year_has_nothing_to_compare_with_and_does_not_pretend()
    {
        var text = (await Reports.RenderAsync(Facts, "2023")).Text(ReportFormat.Find("html")!);
        StringAssert.Contains(text, "<strong>461 situations</strong>.");
        Assert.DoesNotContain("en hausse", text);
    }

    [TestMethod]
    public async Task File_names_are_made_of_identifiers()
    {
        var report = await Reports.RenderAsync(Facts, "2024");
        Assert.AreEqual("annuel-dunkerque-2024.csv", report.Render(ReportFormat.Find("csv")!).FileName);
    }

    [TestMethod]
    public async Task A_period_of_another_kind_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => Reports.RenderAsync(Facts, "2024-11"));
}
