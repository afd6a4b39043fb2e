using System.Text.RegularExpressions;
using HandlebarsDotNet;
using Modular.Contracts.Reports;
using Modular.Sites;

namespace Modular.Reporting;

/// <summary>
/// Reads every template of a site before the site goes live: it may name declared figures and known words only, and nothing that would run or fetch anything.
/// </summary>
internal sealed partial class TemplateCheck : ISiteCheck
{
    public IEnumerable<Fault> Check(LoadedSite site) => site.Reports.SelectMany(Check);

    private static IEnumerable<Fault> Check(ReportDefinition report)
    {
        var file = $"reports/{report.Id}.html";
        var faults = Mustache.In(report.Template)
            .SelectMany(mustache => new Expression(mustache, report).Problems().Select(problem => new Fault(file, mustache.Line, mustache.Column, problem)))
            .Concat(Forbidden().Matches(report.Template).Select(match => At(file, report.Template, match)))
            .ToList();
        return faults.Count > 0 ? faults : Compiles(report, file);
    }

    private static Fault At(string file, string template, Match match)
    {
        var (line, column) = Mustache.Place(template, match.Index);
        return new(file, line, column, $"a template holds text, figures and charts: {match.Value.Trim()} is refused.");
    }

    /// <summary>What is left for the engine to see: a block that is not closed.</summary>
    private static IEnumerable<Fault> Compiles(ReportDefinition report, string file)
    {
        try
        {
            TemplateWords.Environment().Compile(report.Template);
            return [];
        }
        catch (HandlebarsException failure)
        {
            return [new(file, 1, 1, failure.Message)];
        }
    }

    [GeneratedRegex("""<\s*(script|iframe|object|embed|link|meta|base|form|style)\b|\son\w+\s*=|\sstyle\s*=|(src|href)\s*=\s*["']?\s*(https?:|//|javascript:|data:)""", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();

    /// <summary>One expression, judged word by word.</summary>
    private sealed class Expression(Mustache mustache, ReportDefinition report)
    {
        public IEnumerable<string> Problems()
        {
            if (mustache.Raw)
            {
                return ["values are always encoded: write {{…}} with two braces."];
            }

            var words = mustache.Words.Where(word => word != "~").ToList();
            return words switch
            {
                [] => ["this expression is empty or not closed."],
                ["else"] or ["/", "if" or "unless"] => [],
                ["#", "if" or "unless", "(", .. var inner, ")"] => Named(inner),
                ["#", ..] or ["/", ..] or ["^", ..] or [">", ..] => [$"only {{{{#if (known \"…\")}}}} and {{{{#unless (known \"…\")}}}} open a block, not {string.Concat(words)}."],
                [var alone] when TemplateWords.Values.ContainsKey(alone) => [],
                _ => Named(words),
            };
        }

        private IEnumerable<string> Named(IReadOnlyList<string> words)
        {
            if (words.Count == 0 || !TemplateWords.OfFigure.TryGetValue(words[0], out var follow))
            {
                yield return $"{(words.Count == 0 ? "nothing" : words[0])} is no word of a template. Known: {string.Join(", ", TemplateWords.OfFigure.Keys.Concat(TemplateWords.Values.Keys))}.";
            }
            else if (words.Count != follow + 2 || !words.Skip(1).All(IsQuoted))
            {
                yield return $"write {{{{{words[0]} \"name of a figure\"{string.Concat(Enumerable.Repeat(" \"words\"", follow))}}}}}.";
            }
            else if (report.Figures.All(figure => figure.Name != words[1][1..^1]))
            {
                yield return $"the report declares no figure {words[1]}. Declared: {string.Join(", ", report.Figures.Select(figure => figure.Name))}.";
            }
        }

        private static bool IsQuoted(string word) => word.Length >= 2 && word[0] is '"' or '\'';
    }
}
