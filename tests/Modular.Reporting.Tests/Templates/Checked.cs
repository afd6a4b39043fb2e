using Modular.Contracts.Reports;
using Modular.Reporting.Templates.Checking;
using Modular.Sites;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Templates;

/// <summary>A template of Dunkerque's, as the check of the site judges it.</summary>
internal static class Checked
{
    public static IReadOnlyList<Fault> Faults(string template)
    {
        var report = new ReportDefinition
        {
            Id = "essai",
            Title = "Essai",
            Period = PeriodKind.Year,
            ComparedWith = Comparison.YearBefore,
            Figures =
            [
                Count("situations"),
                Count("vif", where: "vif=yes"),
                Count("by_problem", by: ["problem"]),
                Count("age_and_sex", by: ["age_group", "sex"]) with { Chart = ChartKind.Pyramid },
                Count("by_sex_and_problem", by: ["sex", "problem"]),
                Count("vif_share") with { Kind = FigureKind.Share, Subject = "vif", Of = "situations" },
            ],
            Template = template,
        };
        return [.. new TemplateCheck().Check(Reports.Site("Dunkerque") with { Reports = [report] })];
    }

    /// <param name="template">With ▸ where the fault is expected.</param>
    public static Fault OnlyFault(string template)
    {
        var at = template.IndexOf('▸', StringComparison.Ordinal);
        var faults = Faults(template.Remove(at, 1));
        Assert.IsNotEmpty(faults, "It passed.");
        var before = template[..at];
        Assert.AreEqual(
            ("reports/essai.html", before.Count(letter => letter == '\n') + 1, at - before.LastIndexOf('\n')),
            (faults[0].File, faults[0].Line, faults[0].Column),
            faults[0].ToString());
        return faults[0];
    }
}
