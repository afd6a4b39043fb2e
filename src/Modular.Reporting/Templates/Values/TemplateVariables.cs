using Modular.Contracts.Wording;
using Modular.Reporting.Documents;
using Scriban.Runtime;

namespace Modular.Reporting.Templates.Values;

/// <summary>The words that a template begins with: those of the report, and its figures by their names.</summary>
internal static class TemplateVariables
{
    private static readonly IReadOnlyDictionary<string, Func<ReportDocument, object?>> OfReport = new Dictionary<string, Func<ReportDocument, object?>>
    {
        ["compared"] = report => report.ComparedWith is not null,
        ["data_date"] = report => FrenchTime.Day(DateOnly.FromDateTime(report.GeneratedAt.DateTime)),
        ["period"] = report => report.Period.Name,
        ["period_before"] = report => report.ComparedWith?.Name ?? "",
        ["site"] = report => report.Site.Definition.Name,
        ["title"] = report => report.Report.Title,
        ["year"] = report => FrenchNumber.Plain(report.Period.Year),
        ["year_before"] = report => report.ComparedWith is { } compared ? FrenchNumber.Plain(compared.Year) : "",
    };

    public static IEnumerable<string> Names => OfReport.Keys;

    public static ScriptObject Of(ReportDocument report)
    {
        var words = new ScriptObject();
        foreach (var figure in report.Figures)
        {
            words.SetValue(figure.Name, new FigureValue(figure), readOnly: true);
        }

        foreach (var (name, word) in OfReport)
        {
            words.SetValue(name, word(report), readOnly: true);
        }

        words.IsReadOnly = true;
        return words;
    }
}
