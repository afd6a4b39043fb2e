using System.Globalization;
using System.Text;
using Modular.Statistics;

namespace Modular.Reporting;

/// <summary>
/// The figures for a French spreadsheet: a byte order mark, semicolons, CRLF and decimal commas (a machine reads the JSON). One line a number; what is hidden is
/// said in words, so that no sum takes it for 0.
/// </summary>
internal static class CsvReport
{
    private static readonly string[] Header =
    [
        "site", "bilan", "période", "figure", "libellé", "unité", "code 1", "libellé 1", "code 2", "libellé 2", "valeur", "part en %", "avant", "évolution", "unité de l’évolution",
        "sans réponse connue", "définition",
    ];

    public static byte[] Write(ReportDocument report)
    {
        var csv = new StringBuilder();
        Line(csv, Header);
        foreach (var figure in report.Figures)
        {
            Figure(csv, report, figure, [], [], figure.Value, Cell.None);
            foreach (var row in figure.Rows)
            {
                Figure(csv, report, figure, row.Keys, row.Labels, row.Value, row.Share);
            }
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Figure(StringBuilder csv, ReportDocument report, Figure figure, IReadOnlyList<string> keys, IReadOnlyList<string> labels, ComparedCell value, Cell share) => Line(csv,
    [
        Text(report.Site.Id), Text(report.Report.Id), Text(report.Period.Code), Text(figure.Name), Text(figure.Label), Text(figure.Unit),
        Text(keys.ElementAtOrDefault(0)), Text(labels.ElementAtOrDefault(0)), Text(keys.ElementAtOrDefault(1)), Text(labels.ElementAtOrDefault(1)),
        Number(value.Now), Number(share), Number(value.Before), Number(value.Change), Text(value.Change is null ? null : figure.ChangeUnit),
        keys.Count == 0 ? Number(figure.NotKnown) : "", Text(keys.Count == 0 ? figure.Definition : null),
    ]);

    private static void Line(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(';', cells).Append("\r\n");

    private static string Number(Cell? cell) => cell switch
    {
        { Suppressed: true } => French.Hidden,
        { Value: { } value } => value.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','),
        _ => "",
    };

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe in front, whatever blank or mark hides its first sign.</summary>
    private static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var seen = text.AsSpan().TrimStart("\uFEFF\u200B\u00A0\u202F \t\r\n\0");
        var safe = (seen.Length > 0 && "=+-@|".Contains(seen[0], StringComparison.Ordinal)) || char.IsControl(text[0]) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
