using System.Text.RegularExpressions;
using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Sites;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Renders a template on invented figures: what throws, never ends, grows too long or loses its tags on some of them is told at its place.</summary>
internal static partial class TrialCheck
{
    private static readonly Sentence Otherwise = new(", and texts compare otherwise", ", et que les textes comparés sont autres");

    public static IReadOnlyList<Flaw> Of(LoadedSite site, ReportDefinition report, ReportTemplate template)
    {
        var conditions = TextConditions.Of(template.Parsed.Page!);
        if (conditions.Count > TextConditions.Most)
        {
            return [new(conditions[TextConditions.Most].Span.Start.Offset, TextConditions.TooMany)];
        }

        // Nothing is read from anywhere: the task is done when it is returned.
        var trials = TrialFigures.OfAsync(site, report).GetAwaiter().GetResult();
        var judged = new HashSet<string>();
        var asTheyAre = trials.Select(trial => Of(trial.Document, template, null, trial.Case, judged));
        var otherwise = from ways in TextConditions.Ways(conditions)
                        from trial in trials
                        where trial.HasOwnLabels
                        select Of(trial.Document, template, ways, new(trial.Case.English + Otherwise.English, trial.Case.French + Otherwise.French), judged);
        return asTheyAre.Concat(otherwise).FirstOrDefault(flaws => flaws.Count > 0) ?? [];
    }

    private static IReadOnlyList<Flaw> Of(ReportDocument document, ReportTemplate template, AssumedConditions? supposed, Sentence name, HashSet<string> judged)
    {
        try
        {
            var output = template.Render(document, supposed);
            var (html, again) = Drawings.Emptied(output.ToString());
            // Figures change the words between the tags and few of the tags: what differs in words alone was judged.
            var tree = judged.Add(Words().Replace(html, run => run.ValueSpan.IsWhiteSpace() ? " " : "x")) ? MarkupCheck.OfTree(html) : [];
            return [.. tree.Concat(again).Select(flaw => new Flaw(output.Origin(flaw.At), When(flaw.Sentence, name)))];
        }
        catch (ScriptRuntimeException failure)
        {
            return [new(failure.Span.Start.Offset, When(ScribanErrors.Of(failure), name))];
        }
    }

    private static Sentence When(Sentence what, Sentence when) =>
        new($"{what.English[..^1]} (when {when.English}).", $"{what.French[..^1]} (quand {when.French}).");

    /// <summary>Runs of words, numbers and encoded characters, or of blanks alone: where only blanks may be, a word is out of place.</summary>
    [GeneratedRegex(@"(?:[\w,.’%+\-\s]|&(?:#x?[0-9A-Fa-f]+|[a-z]+);)+")]
    private static partial Regex Words();
}
