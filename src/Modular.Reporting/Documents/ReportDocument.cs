using Modular.Contracts.Reports;
using Modular.Sites;
using Modular.Statistics;

namespace Modular.Reporting;

/// <summary>A report that was computed: every format is another view of the same cells.</summary>
public sealed class ReportDocument
{
    private readonly Dictionary<string, Figure> _byName;

    internal ReportDocument(LoadedSite site, ReportDefinition report, ReportPeriod period, DateTimeOffset generatedAt, IReadOnlyList<Figure> figures)
    {
        Site = site;
        Report = report;
        Period = period;
        GeneratedAt = generatedAt;
        Figures = figures;
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
            + (Figures.Any(figure => figure.Declared is { Kind: FigureKind.Count, Subject: FactUnits.PromisedHalfDays }) ? " Les demi-journées promises sont déjà comptées jusqu’à la fin de la période\u202f: celles qui restent à tenir n’y manquent pas." : "");

    /// <summary>In the order of the report's file.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>« Bilan annuel – Dunkerque – année 2024 ».</summary>
    public string Title => $"{Report.Title} – {Site.Definition.Name} – {Period.Name}";

    /// <summary>The report as a part of a page: its template, then what every figure means. Without a title of its own.</summary>
    public string Fragment => HtmlReport.Fragment(this).ToString();

    public RenderedReport Render(ReportFormat format) => new(
        format switch
        {
            ReportFormat.Html => HtmlReport.Document(this),
            ReportFormat.Json => JsonReport.Write(this),
            ReportFormat.Csv => CsvReport.Write(this),
            ReportFormat.Xlsx => XlsxReport.Write(this),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        },
        format.ContentType(),
        $"{Report.Id}-{Site.Id}-{Period.Code}.{format.Extension()}");

    internal Figure? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>A report in one of its formats.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">For an answer over HTTP or an attachment.</param>
/// <param name="FileName">Made of the identifiers of report, site and period: nothing that anybody typed.</param>
public sealed record RenderedReport(byte[] Content, string ContentType, string FileName);
