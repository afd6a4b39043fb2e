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
            .SelectMany(mustache => new Expression(mustache, report).Problems().Select(problem => new Fault(file, mustache.Line, mustache.Column, problem.English) { French = problem.French }))
            .Concat(Forbidden().Matches(report.Template).Select(match => At(file, report.Template, match)))
            .ToList();
        return faults.Count > 0 ? faults : Compiles(report, file);
    }

    private static Fault At(string file, string template, Match match)
    {
        var (line, column) = Mustache.Place(template, match.Index);
        return new(file, line, column, $"a template holds text, figures and charts: {match.Value.Trim()} is refused.")
        {
            French = $"Un modèle contient du texte, des chiffres et des graphiques\u202F: {match.Value.Trim()} est refusé.",
        };
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
            return [new(file, 1, 1, failure.Message) { French = "Ce modèle ne se lit pas jusqu’au bout\u202F: un bloc n’est pas fermé, ou se ferme sans avoir été ouvert." }];
        }
    }

    [GeneratedRegex("""<\s*(script|iframe|object|embed|link|meta|base|form|style)\b|\son\w+\s*=|\sstyle\s*=|(src|href)\s*=\s*["']?\s*(https?:|//|javascript:|data:)""", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();

    private sealed record Problem(string English, string French);

    /// <summary>One expression, judged word by word.</summary>
    private sealed class Expression(Mustache mustache, ReportDefinition report)
    {
        public IEnumerable<Problem> Problems()
        {
            if (mustache.Raw)
            {
                return [new("values are always encoded: write {{…}} with two braces.", "Les valeurs sont toujours protégées\u202F: écrivez {{…}} avec deux accolades.")];
            }

            var words = mustache.Words.Where(word => word != "~").ToList();
            return words switch
            {
                [] => [new("this expression is empty or not closed.", "Cette expression est vide, ou n’est pas fermée.")],
                ["else"] or ["/", "if" or "unless"] => [],
                ["#", "if" or "unless", "(", .. var inner, ")"] => Named(inner),
                ["#", ..] or ["/", ..] or ["^", ..] or [">", ..] =>
                [
                    new(
                        $"only {{{{#if (known \"…\")}}}} and {{{{#unless (known \"…\")}}}} open a block, not {string.Concat(words)}.",
                        $"Seuls {{{{#if (known \"…\")}}}} et {{{{#unless (known \"…\")}}}} ouvrent un bloc, pas {string.Concat(words)}."),
                ],
                [var alone] when TemplateWords.Values.ContainsKey(alone) => [],
                _ => Named(words),
            };
        }

        private IEnumerable<Problem> Named(IReadOnlyList<string> words)
        {
            if (words.Count == 0 || !TemplateWords.OfFigure.TryGetValue(words[0], out var follow))
            {
                var known = string.Join(", ", TemplateWords.OfFigure.Keys.Concat(TemplateWords.Values.Keys));
                yield return new(
                    $"{(words.Count == 0 ? "nothing" : words[0])} is no word of a template. Known: {known}.",
                    $"{(words.Count == 0 ? "Une expression vide" : $"«\u202F{words[0]}\u202F»")} n’est pas un mot de modèle. Mots connus\u202F: {known}.");
            }
            else if (words.Count != follow + 2 || !words.Skip(1).All(IsQuoted))
            {
                yield return new(
                    $"write {{{{{words[0]} \"name of a figure\"{string.Concat(Enumerable.Repeat(" \"words\"", follow))}}}}}.",
                    $"Écrivez {{{{{words[0]} \"nom d’un chiffre\"{string.Concat(Enumerable.Repeat(" \"mots\"", follow))}}}}}.");
            }
            else if (report.Figures.All(figure => figure.Name != words[1][1..^1]))
            {
                var declared = string.Join(", ", report.Figures.Select(figure => figure.Name));
                yield return new(
                    $"the report declares no figure {words[1]}. Declared: {declared}.",
                    $"Le bilan ne déclare pas de chiffre «\u202F{words[1][1..^1]}\u202F». Chiffres déclarés\u202F: {declared}.");
            }
        }

        private static bool IsQuoted(string word) => word.Length >= 2 && word[0] is '"' or '\'';
    }
}
