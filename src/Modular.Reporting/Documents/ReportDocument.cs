using Modular.Contracts.Reports;
using Modular.Reporting.Formats;
using Modular.Sites;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using Modular.Statistics.Periods;

namespace Modular.Reporting.Documents;

/// <summary>A report that was computed: every format is another view of the same cells.</summary>
public sealed class ReportDocument
{
    private const string Promised =
        " Les demi-journées promises sont déjà comptées jusqu’à la fin de la période\u202f: celles qui restent à tenir n’y manquent pas.";

    private readonly Dictionary<string, Figure> _byName;

    internal ReportDocument(LoadedSite site, ReportDefinition report, ReportPeriod period, DateTimeOffset generatedAt, IReadOnlyList<Figure> figures)
    {
        (Site, Report, Period, GeneratedAt, Figures) = (site, report, period, generatedAt, figures);
        _byName = figures.ToDictionary(figure => figure.Name);
    }

    public LoadedSite Site { get; }

    public ReportDefinition Report { get; }

    public ReportPeriod Period { get; }

    public ReportPeriod? ComparedWith => Period.Compared(Report.ComparedWith);

    /// <summary>When the facts were read, in the site's zone: the date of the data.</summary>
    public DateTimeOffset GeneratedAt { get; }

    /// <summary>False while days of the period are still to come.</summary>
    public bool IsOver => Period.To < DateOnly.FromDateTime(GeneratedAt.DateTime);

    /// <summary>What to know of figures whose period is not over; null once it is.</summary>
    public string? Unfinished => IsOver ? null
        : "Ces nombres vont encore changer."
            + (ComparedWith is null ? "" : " Une évolution compare ici une période inachevée à une période entière.")
            + (Figures.Any(figure => figure.Declared is { Kind: FigureKind.Count, Subject: FactUnits.PromisedHalfDays }) ? Promised : "");

    public IReadOnlyList<Figure> Figures { get; }

    public string Title => $"{Report.Title} – {Site.Definition.Name} – {Period.Name}";

    /// <summary>The report as a part of a page: its template, then what every figure means. Without a title of its own.</summary>
    public string Fragment => HtmlReport.Fragment(this).ToString();

    public RenderedReport Render(ReportFormat format) =>
        new(format.Write(this), format.ContentType, $"{Report.Id}-{Site.Id}-{Period.Code}.{format.Extension}");

    /// <summary>A document that is only tried has none.</summary>
    internal ReportRendering? Rendering { get; init; }

    internal Figure? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <param name="FileName">Made of the identifiers of report, site and period: nothing that anybody typed.</param>
public sealed record RenderedReport(byte[] Content, string ContentType, string FileName);
