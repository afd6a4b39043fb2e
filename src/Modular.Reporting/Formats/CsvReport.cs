using System.Globalization;
using System.Text;
using Modular.Reporting.Documents;

namespace Modular.Reporting.Formats;

/// <summary>The figures for a French spreadsheet: a byte order mark, semicolons, CRLF and decimal commas (a machine reads the JSON).</summary>
internal sealed class CsvReport : ReportFormat
{
    public override string Extension => "csv";

    public override string ContentType => "text/csv; charset=utf-8";

    public override string? Offer => "pour un tableur (CSV)";

    internal override byte[] Write(ReportDocument report)
    {
        var csv = new StringBuilder();
        Line(csv, ReportLines.Header);
        foreach (var line in ReportLines.Of(report))
        {
            Line(csv, line.Select(Written));
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Line(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(';', cells).Append("\r\n");

    private static string Written(LineCell cell) => cell.Number is { } number
        ? number.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',')
        : cell.Text.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{cell.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell.Text;
}
