using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Templates;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Templates;

/// <summary>A site may be called anything, a figure and a code too: what they are called is encoded once, by whatever way of the engine it comes.</summary>
[TestClass]
public sealed class EncodingTests
{
    private const string Name = "<i>&é\"'</i>";
    private const string Once = "&lt;i&gt;&amp;é&quot;&#39;&lt;/i&gt;";

    [TestMethod]
    [DataRow("{{ site }}", Once)]
    [DataRow("{{ label.label }}", Once)]
    [DataRow("{{ label.definition }}", Once)]
    [DataRow("{{ (label.rows[0]).label }}", Once)]
    [DataRow("{{ site | string.append \"!\" }}", Once + "!")]
    [DataRow("{{ site + \"!\" }}", Once + "!")]
    [DataRow("{{ \"!\" + site }}", "!" + Once)]
    [DataRow("{{ $\"a{site}b\" }}", "a" + Once + "b")]
    [DataRow("{{ x = site; x }}", Once)]
    [DataRow("{{ for x in [site] }}{{ x }}{{ end }}", Once)]
    [DataRow("{{ for row in label.rows }}{{ row.label }}{{ break }}{{ end }}", Once)]
    [DataRow("{{ if true }}{{ site }}{{ end }}", Once)]
    [DataRow("{{ case 1 }}{{ when 1 }}{{ site }}{{ end }}", Once)]
    [DataRow("{{ true ? site : \"\" }}", Once)]
    [DataRow("{{ null ?? site }}", Once)]
    [DataRow("{{ capture x }}{{ site }}{{ end }}{{ x }}", Once)]
    [DataRow("{{ capture x }}<b>{{ site }}</b>{{ end }}{{ x }}{{ x }}", "<b>" + Once + "</b><b>" + Once + "</b>")]
    [DataRow("{{ capture x }}{{ site }}{{ end }}{{ capture y }}{{ x }}{{ end }}{{ y }}", Once)]
    [DataRow("{{ capture x }}{{ site }}{{ end }}{{ x + \"!\" }}", Once + "!")]
    [DataRow("{{ capture x }}{{ site }}{{ end }}{{ x | string.append \"!\" }}", Once + "!")]
    [DataRow("{{ capture x }}{{ site }}{{ end }}{{ $\"{x}\" }}", Once)]
    [DataRow("{{ capture x }}{{ site }}{{ end }}{{ [x, site] | array.join \"<\" }}", Once + "&lt;" + Once)]
    [DataRow("{{ [site, site] | array.join \"<\" }}", Once + "&lt;" + Once)]
    [DataRow("{{ [site] | array.first }}", Once)]
    [DataRow("{{ [site] | array.each @string.strip | array.last }}", Once)]
    [DataRow("{{ [[site]] | array.concat [] | array.first | array.first }}", Once)]
    [DataRow("{{ [site] }}", Once)]
    [DataRow("{{ {a: site}.a }}", Once)]
    [DataRow("{{ label.rows | array.map \"label\" | array.first }}", Once)]
    [DataRow("{{ site | html.escape }}", Once)]
    [DataRow("{{ site | html.escape | html.escape }}", Once)]
    [DataRow("{{ site | html.escape | string.append \"!\" }}", Once + "!")]
    [DataRow("{{ site | html.newline_to_br }}", Once)]
    [DataRow("{{ site | html.strip }}", "&amp;é&quot;&#39;")]
    [DataRow("{{ site | string.upcase }}", "&lt;I&gt;&amp;É&quot;&#39;&lt;/I&gt;")]
    [DataRow("{{ site | string.slice 0 3 }}", "&lt;i&gt;")]
    [DataRow("{{ site | string.replace \"é\" \"<\" }}", "&lt;i&gt;&amp;&lt;&quot;&#39;&lt;/i&gt;")]
    [DataRow("{{ site | string.truncate 6 \"<\" }}", "&lt;i&gt;&amp;é&lt;")]
    [DataRow("{{ site | string.pad_left 14 }}", "   " + Once)]
    [DataRow("{{ site | string.split \"&\" | array.join \"&\" }}", Once)]
    [DataRow("{{ site | object.default \"x\" }}", Once)]
    [DataRow("{{ situations | object.format site }}", Once, DisplayName = "A format is only a format: what it cannot be is written")]
    [DataRow("{{ \"\\x3cscript>\" }}", "&lt;script&gt;")]
    [DataRow("{{ `<script>` }}", "&lt;script&gt;")]
    [DataRow("{{ \"&lt;\" }}", "&amp;lt;")]
    [DataRow("{{ \"a\" * 2 + site }}", "aa" + Once)]
    [DataRow("{{ for x in 1..2 }}{{ continue }}{{ end }}{{ site }}", Once)]
    public async Task A_name_is_encoded_once(string template, string expected)
    {
        if (template.Contains("object.format site", StringComparison.Ordinal))
        {
            // A custom format of numbers takes letters as they are, and this name holds an apostrophe that it reads as a quotation mark.
            Assert.DoesNotContain("<i>", ReportTemplate.Render(await RenderAsync(template)));
            return;
        }

        Assert.AreEqual(expected, ReportTemplate.Render(await RenderAsync(template)));
    }

    [TestMethod]
    [DataRow("{{ chart label }}")]
    [DataRow("{{ table label }}")]
    [DataRow("{{ label | chart }}")]
    [DataRow("{{ x = chart label; x }}")]
    [DataRow("{{ [chart label, site, table label] | array.join \"\" }}")]
    [DataRow("{{ capture x }}{{ chart label }}{{ end }}{{ x }}")]
    [DataRow("{{ true ? (chart label) : site }}")]
    [DataRow("{{ chart label | html.escape }}")]
    public async Task Charts_and_tables_stay_markup_and_their_texts_are_encoded(string template)
    {
        var html = ReportTemplate.Render(await RenderAsync(template));
        Assert.DoesNotContain("<i>", html);
        Assert.DoesNotContain("&amp;lt;", html);
        Assert.IsTrue(
            html.StartsWith("<figure", StringComparison.Ordinal) || html.StartsWith("<div", StringComparison.Ordinal)
                || html.StartsWith("<p>", StringComparison.Ordinal), html);
        StringAssert.Contains(html, Once);
    }

    [TestMethod]
    [DataRow("{{ chart label | string.upcase }}")]
    [DataRow("{{ (table label) + site }}")]
    [DataRow("{{ $\"{chart label}\" }}")]
    public async Task A_chart_that_goes_through_a_function_of_texts_comes_out_as_text(string template)
    {
        var html = ReportTemplate.Render(await RenderAsync(template));
        Assert.DoesNotContain("<", html);
        Assert.DoesNotContain("&AMP;LT;", html.ToUpperInvariant());
    }

    [TestMethod]
    public async Task The_whole_report_encodes_them_in_every_part()
    {
        var html = (await RenderAsync("{{ chart label }}")).Text(ReportFormat.Find("html")!);
        Assert.DoesNotContain("<i>", html);
        Assert.DoesNotContain("&amp;lt;", html);
    }

    private static Task<ReportDocument> RenderAsync(string template)
    {
        var site = Reports.Site("Dunkerque");
        var named = site with
        {
            Definition = site.Definition with { Name = Name, Stations = [.. site.Definition.Stations.Select(station => station with { Name = Name })] },
            Reports =
            [
                new ReportDefinition { Id = "essai", Title = Name, Period = PeriodKind.Year, Figures = [Count("situations"), Labelled()], Template = template },
            ],
        };
        return Reports.RenderAsync(named, new FactsInMemory().Add(7, "2024-01-01", "station=dunkerque"), "2024", "essai");
    }

    private static FigureDefinition Labelled() => Count("label", by: ["station"]) with { Label = Name, Definition = Name };
}
