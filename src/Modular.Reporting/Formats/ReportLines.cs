using Modular.Reporting.Documents;
using Modular.Reporting.Tables;
using Modular.Statistics.Figures;

namespace Modular.Reporting.Formats;

/// <summary>The figures as lines of a spreadsheet, one line a number, the same in every format.</summary>
internal static class ReportLines
{
    public static readonly IReadOnlyList<string> Header =
    [
        "site", "bilan", "période", "figure", "libellé", "unité", "code 1", "libellé 1", "code 2", "libellé 2",
        "valeur", "part en %", "avant", "évolution", "unité de l’évolution",
        "sans réponse connue", "définition",
    ];

    public static IEnumerable<IReadOnlyList<LineCell>> Of(ReportDocument report)
    {
        foreach (var figure in report.Figures)
        {
            yield return Line(report, figure, [], [], figure.Value, Cell.None);
            foreach (var row in figure.Rows)
            {
                yield return Line(report, figure, row.Keys, row.Labels, row.Value, row.Share);
            }
        }
    }

    private static IReadOnlyList<LineCell> Line(
        ReportDocument report, Figure figure, IReadOnlyList<string> keys, IReadOnlyList<string> labels, ComparedCell value, Cell share) =>
    [
        new(report.Site.Id), new(report.Report.Id), new(report.Period.Code), new(figure.Name), new(figure.Label), new(figure.Unit),
        new(keys.ElementAtOrDefault(0)), new(labels.ElementAtOrDefault(0)), new(keys.ElementAtOrDefault(1)), new(labels.ElementAtOrDefault(1)),
        new(value.Now), new(share), new(value.Before), new(value.Change), new(value.Change is null ? null : figure.ChangeUnit),
        keys.Count == 0 ? new(figure.NotKnown) : new((string?)null), new(keys.Count == 0 ? figure.Definition : null),
    ];
}

/// <summary>A number, or else a text. What is hidden is said in words, so that no sum takes it for 0.</summary>
internal readonly record struct LineCell(decimal? Number, string Text)
{
    public LineCell(string? text)
        : this(null, Safe(text ?? ""))
    {
    }

    public LineCell(Cell? cell)
        : this(cell is { Suppressed: false } shown ? shown.Value : null, cell is { Suppressed: true } ? CellText.Hidden : "")
    {
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe in front, whatever blank or mark hides its first sign.</summary>
    private static string Safe(string text)
    {
        var seen = text.AsSpan().TrimStart("\uFEFF\u200B\u00A0\u202F \t\r\n\0");
        return (seen.Length > 0 && "=+-@|".Contains(seen[0], StringComparison.Ordinal)) || (text.Length > 0 && char.IsControl(text[0])) ? "'" + text : text;
    }
}
