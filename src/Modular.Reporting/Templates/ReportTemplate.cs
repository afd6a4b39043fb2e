using System.Collections.Concurrent;
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

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<int, BilingualText> _told = [];

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
        var rendering = document.Rendering!;
        using var time = new CancellationTokenSource(Longest, rendering.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, rendering.Cancellation);
        try
        {
            return template.Render(ScribanContext.Read(document, template.Source.Text, template.Tell(rendering), either.Token)).ToString();
        }
        catch (ScriptRuntimeException failure)
        {
            rendering.Cancellation.ThrowIfCancellationRequested();
            throw new TemplateFailedException(template.Source.Fault(new(failure.Span.Start.Offset, ScribanErrors.Of(failure))));
        }
    }

    public ScribanOutput Try(ReportDocument document, TrialRendering trial) => Render(ScribanContext.Tried(document, Source.Text, trial));

    private ScribanOutput Render(ScribanContext context)
    {
        Parsed.Render(context);
        return (ScribanOutput)context.Output;
    }

    /// <summary>Each place once, for as long as this version of the site is in use.</summary>
    private Action<TemplateFault> Tell(ReportRendering rendering) => gap =>
    {
        if (_told.TryAdd(gap.At, gap.Sentence))
        {
            rendering.Warn(Source.Fault(gap));
        }
    };
}
