using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Sites;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Renders a template on invented figures: what throws, never ends, grows too long or loses its tags on some of them is told at its place.</summary>
internal static partial class RenderingCheck
{
    /// <summary>Each is tried on all figures: their number is the check's time.</summary>
    private const int MostTexts = 40;

    /// <summary>What even the shortest takes.</summary>
    private const int StepsATrial = 500;
    private const double Largest = 1e15;

    private static readonly BilingualText TooManyTexts = new(
        $"this template compares texts in too many places: {MostTexts} at most.",
        $"Ce modèle compare des textes à trop d’endroits\u202F: {MostTexts} au plus.");

    private static readonly BilingualText OtherTexts = new(", and texts compare otherwise", ", et que les textes comparés sont autres");
    private static readonly BilingualText OtherNumbers = new(", and conditions turn out otherwise", ", et que les conditions donnent un autre résultat");

    public static IReadOnlyList<TemplateFault> Of(
        LoadedSite site, ReportDefinition report, ReportTemplate template, CancellationToken cancellation)
    {
        var page = template.Parsed.Page!;
        var conditions = new TemplateConditions(template.Source.Text, new(page, report.Figures.Select(figure => figure.Name)));
        var branches = new TemplateBranches(page, conditions);
        var texts = conditions.Read.Where(condition => condition.IsText).DistinctBy(condition => condition.Key)
            .Select(condition => condition.Node.Span.Start.Offset).Order().ToList();
        if (texts.Count > MostTexts)
        {
            return [new(texts[MostTexts], TooManyTexts)];
        }

        // Nothing is read from anywhere: the task is done when it is returned.
        var reports = InventedFigures.OfAsync(site, report, [.. Numbers(page)], ChoosesRows(page) || conditions.Read.Any(condition => condition.IsOfRow))
            .GetAwaiter().GetResult();
        var steps = new RenderingSteps(cancellation);
        var judged = new HashSet<(bool, string)>();
        var asTheyAre = reports.Select(one => Of(one.Document, template, new(TrialRendering.AsTheyAre, steps), one.Numbers.Case, judged));
        var otherwise = from way in branches.Ways
                        let assumed = way.Of(conditions.Read)
                        let isFree = assumed.Values.All(assumption => assumption.IsFree)
                        let name = isFree ? OtherTexts : OtherNumbers
                        from one in reports
                        where one.HasOwnLabels && (isFree ? one.Numbers.MeetsTexts : one.Numbers.IsModest)
                        let when = new BilingualText(one.Numbers.Case.English + name.English, one.Numbers.Case.French + name.French)
                        select Of(one.Document, template, new(assumed, steps), when, judged);
        IReadOnlyList<TemplateFault> left = branches.Left is { } node ? [new(node.Span.Start.Offset, RenderingSteps.TooMany)] : [];
        return asTheyAre.Append(left).Concat(otherwise).FirstOrDefault(faults => faults.Count > 0) ?? [];
    }

    private static IReadOnlyList<TemplateFault> Of(
        ReportDocument document, ReportTemplate template, TrialRendering trial, BilingualText when, HashSet<(bool, string)> judged)
    {
        try
        {
            trial.Steps.Take(StepsATrial, template.Parsed.Page!.Span);
            var output = template.Try(document, trial);
            var (html, again) = RenderedFigures.Emptied(output.ToString());
            // Figures change the words between the tags and few of the tags: what differs in words alone was judged.
            var tags = Words().Replace(html, run => run.ValueSpan.IsWhiteSpace() ? " " : "x");
            IEnumerable<TemplateFault> faults = !judged.Add((trial.IsContradicted, tags)) ? []
                // Two places of one name may be two that no figures show together.
                : trial.IsContradicted ? MarkupCheck.Misplaced(html)
                : MarkupCheck.OfTree(html);
            return [.. faults.Concat(trial.IsContradicted ? [] : again)
                .Select(fault => new TemplateFault(output.Origin(fault.At), When(fault.Sentence, when)))];
        }
        catch (ScriptRuntimeException failure)
        {
            var sentence = trial.Steps.AreOutOfTime ? RenderingSteps.TooMany : ScribanErrors.Of(failure);
            return [new(failure.Span.Start.Offset, sentence == RenderingSteps.TooMany ? sentence : When(sentence, when))];
        }
    }

    private static BilingualText When(BilingualText what, BilingualText when) =>
        new($"{what.English[..^1]} (when {when.English}).", $"{what.French[..^1]} (quand {when.French}).");

    private static bool ChoosesRows(ScriptNode node) => node is ScriptAnonymousFunction || node.Children.Any(ChoosesRows);

    private static IEnumerable<decimal> Numbers(ScriptNode node) =>
        node is ScriptLiteral { Value: int or long or (double and < Largest and > -Largest) } literal
        ? [Convert.ToDecimal(literal.Value, CultureInfo.InvariantCulture)]
        : node.Children.SelectMany(Numbers);

    /// <summary>Runs of words, numbers and encoded characters, or of blanks alone: where only blanks may be, a word is out of place.</summary>
    [GeneratedRegex(@"(?:[\w,.’%+\-\s]|&(?:#x?[0-9A-Fa-f]+|[a-z]+);)+")]
    private static partial Regex Words();
}
