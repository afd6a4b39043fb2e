using System.Runtime.CompilerServices;
using HandlebarsDotNet;
using Modular.Contracts.Reports;

namespace Modular.Reporting;

/// <summary>A report's template, compiled once for as long as its version of the site is in use.</summary>
internal static class ReportTemplate
{
    private static readonly IHandlebars Environment = TemplateWords.Environment();
    private static readonly ConditionalWeakTable<ReportDefinition, HandlebarsTemplate<object, object>> Compiled = [];
    private static readonly Lock Compiling = new();

    public static string Render(ReportDocument document) => Of(document.Report)(document);

    private static HandlebarsTemplate<object, object> Of(ReportDefinition report)
    {
        if (Compiled.TryGetValue(report, out var known))
        {
            return known;
        }

        // Compiling is not safe for several threads at once.
        lock (Compiling)
        {
            return Compiled.GetValue(report, one => Environment.Compile(one.Template));
        }
    }
}
