using Modular.Contracts.Reports;
using Modular.Sites;
using Scriban.Syntax;

namespace Modular.Reporting;

/// <summary>Renders a template on invented figures: what throws, never ends, grows too long or loses its tags on some of them is told at its place.</summary>
internal static class TrialCheck
{
    public static IReadOnlyList<Flaw> Of(LoadedSite site, ReportDefinition report, ReportTemplate template)
    {
        // Nothing is read from anywhere: the task is done when it is returned.
        foreach (var (name, document) in TrialFigures.OfAsync(site, report).GetAwaiter().GetResult())
        {
            if (Of(document, template, name) is { Count: > 0 } flaws)
            {
                return flaws;
            }
        }

        return [];
    }

    private static IReadOnlyList<Flaw> Of(ReportDocument document, ReportTemplate template, Sentence name)
    {
        try
        {
            var output = template.Render(document, isTrial: true);
            return [.. MarkupCheck.OfTree(output.ToString()).Select(flaw => new Flaw(output.Origin(flaw.At), When(flaw.Sentence, name)))];
        }
        catch (ScriptRuntimeException failure)
        {
            return [new(failure.Span.Start.Offset, When(Explanation.Of(failure), name))];
        }
    }

    private static Sentence When(Sentence what, Sentence when) => new($"{what.English[..^1]} (when {when.English}).", $"{what.French[..^1]} (quand {when.French}).");
}
