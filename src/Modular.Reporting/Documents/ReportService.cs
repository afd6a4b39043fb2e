using Modular.Contracts.Reports;
using Modular.Sites;
using Modular.Statistics;

namespace Modular.Reporting;

/// <summary>Makes a report: asks every module for its facts, then computes, hides and hands over the figures.</summary>
public sealed class ReportService(FigureEngine engine, IEnumerable<IFactSource> sources, TimeProvider time)
{
    public async Task<ReportDocument> RenderAsync(LoadedSite site, ReportDefinition report, ReportPeriod period, CancellationToken cancellation = default)
    {
        if (period.Kind != report.Period)
        {
            throw new ArgumentException($"The report {report.Id} is made of a {report.Period}, not of {period}.", nameof(period));
        }

        var compared = period.Compared(report.ComparedWith);
        foreach (var (from, to) in Spans(period, compared))
        {
            foreach (var source in sources)
            {
                await source.PushAsync(site.Id, from, to, cancellation);
            }
        }

        var others = site.Reports.Where(other => other.Period == report.Period && other.Id != report.Id).SelectMany(other => other.Figures).ToList();
        var figures = await engine.ComputeAsync(new FigureQuestion(Words(site), period, compared, report.Figures, others), cancellation);
        return new ReportDocument(site, report, period, TimeZoneInfo.ConvertTime(time.GetUtcNow(), site.Zone), figures);
    }

    internal static SiteWords Words(LoadedSite site) => new(site.Definition, site.Forms.Values, CommonCodes);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<Contracts.Sites.Code>> CommonCodes = new Dictionary<string, IReadOnlyList<Contracts.Sites.Code>>
    {
        ["problem_core"] = Nomenclature.Problems,
        ["secondary_problems_core"] = Nomenclature.Problems,
        ["age_group"] = Nomenclature.AgeGroups,
    };

    /// <summary>Two periods that touch are one span of days.</summary>
    private static IEnumerable<(DateOnly From, DateOnly To)> Spans(ReportPeriod period, ReportPeriod? compared) => compared switch
    {
        { } before when before.Next == period => [(before.From, period.To)],
        { } before => [(before.From, before.To), (period.From, period.To)],
        null => [(period.From, period.To)],
    };
}
