using Microsoft.Extensions.Logging;
using Modular.Contracts.Forms;
using Modular.Contracts.Reports;
using Modular.Sites;
using Modular.Statistics.Figures;
using Modular.Statistics.Labels;
using Modular.Statistics.Periods;

namespace Modular.Reporting.Documents;

/// <summary>Makes a report of its figures, computed now.</summary>
public sealed partial class ReportService(FigureEngine engine, TimeProvider time, ILogger<ReportService> log)
{
    /// <param name="cancellation">Ends the rendering of the document too.</param>
    public async Task<ReportDocument> RenderAsync(LoadedSite site, ReportDefinition report, ReportPeriod period, CancellationToken cancellation = default)
    {
        if (period.Kind != report.Period)
        {
            throw new ArgumentException($"The report {report.Id} is made of a {report.Period}, not of {period}.", nameof(period));
        }

        var compared = period.Compared(report.ComparedWith);
        var others = site.Reports.Where(other => other.Period == report.Period && other.Id != report.Id).SelectMany(other => other.Figures).ToList();
        var figures = await engine.ComputeAsync(new FigureQuestion(Words(site), period, compared, report.Figures, others), cancellation);
        return new ReportDocument(site, report, period, TimeZoneInfo.ConvertTime(time.GetUtcNow(), site.Zone), figures)
        {
            Rendering = new(cancellation, time, fault => LogGap(log, site.Id, fault)),
        };
    }

    internal static SiteLabels Words(LoadedSite site)
    {
        var fiche = site.Plan("situation");
        return new(site.Definition, site.Forms.Values, new Dictionary<string, IReadOnlyList<Contracts.Sites.Code>>
        {
            [fiche.Id(FieldRole.Problem) + FactNames.Core] = Nomenclature.Problems,
            [fiche.Id(FieldRole.SecondaryProblems) + FactNames.Core] = Nomenclature.Problems,
            ["age_group"] = Nomenclature.AgeGroups,
        });
    }

    [LoggerMessage(LogLevel.Warning, "A passage of a report of {Site} reads « sans donnée »: {Fault}")]
    private static partial void LogGap(ILogger log, string site, Fault fault);
}
