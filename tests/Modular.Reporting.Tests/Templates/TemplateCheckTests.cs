using System.Text.RegularExpressions;
using Modular.Contracts.Reports;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Templates;

[TestClass]
public sealed partial class TemplateCheckTests
{
    [TestMethod]
    [DataRow("Loire")]
    [DataRow("HauteMarne")]
    [DataRow("Pantin")]
    [DataRow("Dunkerque")]
    public void Templates_of_the_four_sites_pass(string folder) => Assert.IsNotEmpty(Reports.Site(folder).Reports);

    [TestMethod]
    [DataRow("{{figure \"situatons\"}}", 1, 1, "the report declares no figure \"situatons\".")]
    [DataRow("<p>\n  deux {{change \"vif\"}}", 2, 8, "the report declares no figure \"vif\".")]
    [DataRow("<p>\n{{#if (known \"vif\")}}x{{/if}}", 2, 1, "the report declares no figure \"vif\".")]
    [DataRow("a {{{figure \"situations\"}}}", 1, 3, "values are always encoded")]
    [DataRow("a {{&site}}", 1, 3, "values are always encoded")]
    [DataRow("{{secret}}", 1, 1, "secret is no word of a template.")]
    [DataRow("{{figure situations}}", 1, 1, "write {{figure \"name of a figure\"}}.")]
    [DataRow("{{trend \"situations\" \"a\"}}", 1, 1, "write {{trend \"name of a figure\" \"words\" \"words\" \"words\"}}.")]
    [DataRow("{{#each figures}}x{{/each}}", 1, 1, "only {{#if (known \"…\")}}")]
    [DataRow("{{> partial}}", 1, 1, "only {{#if (known \"…\")}}")]
    [DataRow("{{figure \"situations\"", 1, 1, "this expression is empty or not closed.")]
    [DataRow("{{}}", 1, 1, "this expression is empty or not closed.")]
    [DataRow("<p>\n<script>x</script>", 2, 1, "<script is refused.")]
    [DataRow("<p onclick=\"x\">", 1, 3, "onclick= is refused.")]
    [DataRow("<img src=\"https://exemple.fr/x.png\">", 1, 6, "is refused.")]
    public void What_a_template_may_not_say_is_a_fault_at_its_place(string template, int line, int column, string sentence)
    {
        var fault = Check(template).First();
        Assert.AreEqual(("reports/essai.html", line, column), (fault.File, fault.Line, fault.Column));
        StringAssert.Contains(fault.Sentence, sentence);
        StringAssert.Matches(fault.French, French());
    }

    [TestMethod]
    public void A_block_that_is_not_closed_is_a_fault() => StringAssert.Matches(Check("{{#if (known \"situations\")}}x").Single().French, French());

    [TestMethod]
    [DataRow("{{! un commentaire {{figure}} }}")]
    [DataRow("{{!-- {{{x}}} --}}{{site}}, {{title}}, {{period}}, {{period_before}}, {{year}}, {{year_before}}, {{data_date}}")]
    [DataRow("{{#unless (known 'situations')}}x{{else}}{{figure 'situations'}}{{/unless}}")]
    [DataRow("{{~figure \"situations\"~}}")]
    [DataRow("<a href=\"/aide\">aide</a> { pas une expression }")]
    public void What_a_template_may_say_is_no_fault(string template) => Assert.IsEmpty(Check(template));

    /// <summary>A sentence with a capital and French marks; what it quotes of the template is as the template writes it.</summary>
    [GeneratedRegex(@"^(Un modèle contient|Ce modèle ne se lit pas|Les valeurs sont|Cette expression|Seuls|«\u202F\w+\u202F» n’est pas|Écrivez|Le bilan ne déclare pas)[^']*\.$")]
    private static partial Regex French();

    private static IEnumerable<Sites.Fault> Check(string template)
    {
        var report = new ReportDefinition { Id = "essai", Title = "Essai", Period = PeriodKind.Year, Figures = [Count("situations")], Template = template };
        return new TemplateCheck().Check(Reports.Site("Dunkerque") with { Reports = [report] }).ToList();
    }
}
