using Modular.Reporting.Formats;

namespace Modular.Reporting.Documents;

/// <summary>The formats that a report is made in here; a PDF is printed from the HTML (<see cref="PdfPrinter"/>).</summary>
public enum ReportFormat
{
    Html,
    Json,
    Csv,
    Xlsx,
}

public static class ReportFormats
{
    public static string Extension(this ReportFormat format) => format switch
    {
        ReportFormat.Html => "html",
        ReportFormat.Json => "json",
        ReportFormat.Csv => "csv",
        ReportFormat.Xlsx => "xlsx",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    public static string ContentType(this ReportFormat format) => format switch
    {
        ReportFormat.Html => "text/html; charset=utf-8",
        ReportFormat.Json => "application/json",
        ReportFormat.Csv => "text/csv; charset=utf-8",
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    public static ReportFormat? Find(string? extension) =>
        Enum.GetValues<ReportFormat>().Where(format => format.Extension() == extension).Cast<ReportFormat?>().FirstOrDefault();
}
