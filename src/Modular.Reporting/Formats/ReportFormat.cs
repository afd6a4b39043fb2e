using Modular.Reporting.Documents;

namespace Modular.Reporting.Formats;

/// <summary>
/// A format that a report is made in here; a PDF is printed from the HTML (<see cref="PdfPrinter"/>). A format is one class of this folder; nothing else knows
/// it by name.
/// </summary>
public abstract class ReportFormat
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        .. typeof(ReportFormat).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ReportFormat)))
            .Select(type => (ReportFormat)Activator.CreateInstance(type)!)
            .OrderBy(format => format.IsText).ThenBy(format => format.Extension, StringComparer.Ordinal),
    ];

    public abstract string Extension { get; }

    public abstract string ContentType { get; }

    /// <summary>Whether a terminal can show it.</summary>
    public virtual bool IsText => true;

    /// <summary>What the report’s page calls it, or null when it is not offered there.</summary>
    public virtual string? Offer => null;

    public static ReportFormat? Find(string? extension) => All.FirstOrDefault(format => format.Extension == extension);

    internal abstract byte[] Write(ReportDocument report);
}
