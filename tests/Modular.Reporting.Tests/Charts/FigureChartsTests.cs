using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Charts;

[TestClass]
public sealed class FigureChartsTests
{
    private static readonly FactsInMemory Facts = new FactsInMemory()
        .Add(40, "2024-02-01", "problem=fugue", "sex=homme", "age_group=13_17").Add(20, "2024-03-01", "problem=logement", "sex=femme", "age_group=25_34")
        .Add(10, "2024-03-01", "problem=logement", "sex=homme", "age_group=25_34").Add(30, "2023-02-01", "problem=fugue", "sex=homme", "age_group=13_17");

    [TestMethod]
    [DataRow(ChartKind.Bars, "problem")]
    [DataRow(ChartKind.Lines, "month")]
    [DataRow(ChartKind.Pyramid, "age_group,sex")]
    public async Task A_chart_has_a_name_a_description_and_its_table(ChartKind kind, string by)
    {
        var report = await RenderAsync(kind, by);
        var figure = new HtmlParser().ParseDocument(report.Fragment).QuerySelector("figure.chart")!;
        var svg = figure.QuerySelector("svg")!;
        Assert.AreEqual("img", svg.GetAttribute("role"));
        foreach (var named in svg.GetAttribute("aria-labelledby")!.Split(' '))
        {
            Assert.IsNotEmpty(figure.QuerySelector("#" + named)!.TextContent);
        }

        Assert.IsNotNull(figure.QuerySelector("table caption"));
        Assert.IsTrue(figure.QuerySelector("details")!.HasAttribute("open"));
        Assert.IsNull(figure.QuerySelector("[style], script"));
        XDocument.Parse(svg.OuterHtml);
    }

    [TestMethod]
    public async Task Bars_are_as_long_as_their_numbers()
    {
        var bars = new HtmlParser().ParseDocument((await RenderAsync(ChartKind.Bars, "problem")).Fragment).QuerySelectorAll("svg rect");
        CollectionAssert.AreEquivalent(new[] { "370", "277.5" }, bars.Select(bar => bar.GetAttribute("width")).ToArray());
    }

    [TestMethod]
    public async Task A_pyramid_sets_two_codes_face_to_face()
    {
        var svg = new HtmlParser().ParseDocument((await RenderAsync(ChartKind.Pyramid, "age_group,sex")).Fragment).QuerySelector("svg")!;
        Assert.AreEqual(3, svg.QuerySelectorAll("rect").Length);
        Assert.IsTrue(
            svg.QuerySelectorAll("rect")
                .Select(bar => decimal.Parse(bar.GetAttribute("x")!, System.Globalization.CultureInfo.InvariantCulture))
                .All(x => x is >= 0 and <= 480));
    }

    [TestMethod]
    public async Task Nothing_counted_is_said_in_words()
    {
        var bars = Count("f", by: ["problem"]) with { Chart = ChartKind.Bars };
        var report = await Reports.RenderAsync(new FactsInMemory(), "{{ chart f }}", Comparison.None, bars);
        StringAssert.Contains(report.Fragment, "Rien à montrer pour cette période.");
    }

    [TestMethod]
    public async Task Drawings_of_one_report_have_names_of_their_own()
    {
        var report = await Reports.RenderAsync(
            Facts,
            "{{ chart f }}{{ chart f }}{{ for i in 1..3 }}{{ chart f }}{{ end }}",
            Comparison.YearBefore,
            Count("f", by: ["problem"]) with { Chart = ChartKind.Bars });
        var names = new HtmlParser().ParseDocument(report.Fragment).QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.HasCount(10, names);
        CollectionAssert.AllItemsAreUnique(names);
    }

    private static Task<ReportDocument> RenderAsync(ChartKind kind, string by) =>
        Reports.RenderAsync(Facts, "{{ chart f }}", Comparison.YearBefore, Count("f", by: by.Split(',')) with { Chart = kind });
}
