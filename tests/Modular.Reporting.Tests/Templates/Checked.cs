using Modular.Contracts.Reports;
using Modular.Reporting.Templates.Checking;
using Modular.Sites;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Templates;

/// <summary>A template of Dunkerque's, as the check of the site judges it.</summary>
internal static class Checked
{
    /// <summary>Judged by its steps alone, however slow the machine is.</summary>
    public static IReadOnlyList<Fault> Faults(string template) => Faults(new TimersThat(ring: false), template);

    public static IReadOnlyList<Fault> Faults(TimeProvider clock, params string[] templates) =>
        [.. new TemplateCheck(clock).Check(Reports.Site("Dunkerque") with { Reports = [.. templates.Select(Report)] })];

    private static ReportDefinition Report(string template, int at)
    {
        return new()
        {
            Id = at == 0 ? "essai" : $"essai{at}",
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
                Count("by_sex", by: ["sex"]),
                Count("vif_share") with { Kind = FigureKind.Share, Subject = "vif", Of = "situations" },
            ],
            Template = template,
        };
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
