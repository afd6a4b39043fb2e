using Modular.Contracts.Reports;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Templates;

[TestClass]
public sealed class ReportTemplateTests
{
    private static readonly FactsInMemory Facts = new FactsInMemory().Add(1204, "2024-06-01").Add(1000, "2023-06-01");

    [TestMethod]
    [DataRow("{{site}}|{{title}}|{{period}}|{{period_before}}|{{year}}|{{year_before}}", "Dunkerque|Essai|année 2024|année 2023|2024|2023")]
    [DataRow("{{figure \"situations\"}} {{before \"situations\"}} {{change \"situations\"}}", "1\u202F204 1\u202F000 +\u202F20,4\u202F%")]
    [DataRow("{{trend \"situations\" \"en hausse\" \"en baisse\" \"stable\"}}", "en hausse")]
    [DataRow("{{trend \"none\" \"en hausse\" \"en baisse\" \"stable\"}}", "sans comparaison")]
    [DataRow("{{#if (known \"situations\")}}oui{{else}}non{{/if}}{{#if (known \"none\")}}oui{{else}}non{{/if}}", "ouinon")]
    [DataRow("{{not_known \"situations\"}}", "0")]
    [DataRow("{{figure \"label\"}}", "0")]
    public async Task Words_of_a_template_read_in_french(string template, string expected) =>
        StringAssert.Contains((await RenderAsync(template)).Fragment, $"<div class=\"report\">{expected}");

    [TestMethod]
    public async Task What_a_site_calls_a_figure_is_encoded_everywhere()
    {
        var report = await RenderAsync("{{table \"label\"}}{{chart \"label\"}}");
        Assert.DoesNotContain("<b>", report.Fragment);
        StringAssert.Contains(report.Fragment, "&lt;b&gt;");
    }

    [TestMethod]
    public async Task A_definition_is_encoded_too() => Assert.DoesNotContain("<i>", (await RenderAsync("{{definition \"label\"}}")).Fragment);

    private static Task<ReportDocument> RenderAsync(string template) => Reports.RenderAsync(
        Facts, template, Comparison.YearBefore, Count("situations"), Count("none", where: "vif=yes|never"), Count("label", by: ["sex"], where: "vif=yes") with { Label = "<b>gras</b>", Definition = "<i>non</i>" });
}
