namespace Modular.Reporting;

/// <summary>The formats a report is made in. XLSX and PDF are to come.</summary>
public enum ReportFormat
{
    Html,
    Json,
    Csv,
}

public static class ReportFormats
{
    public static string Extension(this ReportFormat format) => format switch
    {
        ReportFormat.Html => "html",
        ReportFormat.Json => "json",
        ReportFormat.Csv => "csv",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    public static string ContentType(this ReportFormat format) => format switch
    {
        ReportFormat.Html => "text/html; charset=utf-8",
        ReportFormat.Json => "application/json",
        ReportFormat.Csv => "text/csv; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    public static ReportFormat? Find(string? extension) =>
        Enum.GetValues<ReportFormat>().Where(format => format.Extension() == extension).Cast<ReportFormat?>().FirstOrDefault();
}
