using System.Runtime.CompilerServices;
using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Scriban;
using Scriban.Syntax;

namespace Modular.Reporting.Templates;

/// <summary>A report's template, compiled once for as long as its version of the site is in use.</summary>
internal sealed class ReportTemplate
{
    private static readonly ConditionalWeakTable<ReportDefinition, ReportTemplate> Compiled = [];

    private ReportTemplate(ReportDefinition report)
    {
        Source = TemplateSource.Of(report);
        Parsed = Template.Parse(Source.Text);
    }

    public TemplateSource Source { get; }

    public Template Parsed { get; }

    public static ReportTemplate Of(ReportDefinition report) => Compiled.GetValue(report, one => new ReportTemplate(one));

    public static string Render(ReportDocument document)
    {
        var template = Of(document.Report);
        try
        {
            return template.Render(document, trial: null).ToString();
        }
        catch (ScriptRuntimeException failure)
        {
            throw new TemplateFailedException(template.Source.Fault(new(failure.Span.Start.Offset, ScribanErrors.Of(failure))));
        }
    }

    public ScribanOutput Render(ReportDocument document, TrialRendering? trial)
    {
        var context = new ScribanContext(document, Source.Text, trial);
        Parsed.Render(context);
        return (ScribanOutput)context.Output;
    }
}
