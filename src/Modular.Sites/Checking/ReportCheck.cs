using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>What a report's figures name: units, dimensions, codes, measures, other figures, funders and references that are there.</summary>
internal sealed class ReportCheck : StaticCheck
{
    private static readonly string[] SiteNumbers = ["full_time_equivalents", "stations"];

    protected override void OfSite(ParsedSite parsed, SiteDefinition site)
    {
        if (!parsed.HasAllForms)
        {
            return; // What a report may count is known from the forms: their faults come first.
        }

        var vocabulary = new CountableFacts(parsed, site);
        foreach (var report in parsed.Reports)
        {
            foreach (var figure in report.Figures)
            {
                Subject(parsed, site, vocabulary, report, figure);
            }
        }
    }

    private static void Subject(ParsedSite parsed, SiteDefinition site, CountableFacts vocabulary, ReportDefinition report, FigureDefinition figure)
    {
        switch (figure.Kind)
        {
            case FigureKind.Count:
                if (Known(parsed, figure, "count", figure.Subject, vocabulary.Units.Keys, $"unit"))
                {
                    Breakdown(parsed, figure, vocabulary.Units[figure.Subject]);
                }

                break;
            case FigureKind.Median or FigureKind.Sum:
                var unit = figure.Unit ?? "situations";
                if (Known(parsed, figure, "unit", unit, vocabulary.Units.Keys, $"unit"))
                {
                    Known(parsed, figure, SnakeCase.Of(figure.Kind), figure.Subject, vocabulary.Units[unit].Measures, $"measure of {unit}");
                    Breakdown(parsed, figure, vocabulary.Units[unit]);
                    OfNothing(parsed, figure, vocabulary.Units[unit]);
                }

                break;
            case FigureKind.Share:
                ShareCheck.Run(parsed, report, figure);
                break;
            case FigureKind.Funding:
                if (Known(parsed, figure, "funding", figure.Subject, site.Funders.Select(funder => funder.Id), $"funder")
                    && site.Funders.First(funder => funder.Id == figure.Subject) is { Share: null, Remainder: false })
                {
                    parsed.Fault(figure, "funding", $"The share of \"{figure.Subject}\" is not known: site.json gives none.");
                }

                break;
            case FigureKind.Reference:
                Known(parsed, figure, "reference", figure.Subject, site.References.Keys, $"reference");
                break;
            default:
                Known(parsed, figure, "site", figure.Subject, SiteNumbers, $"number of the site");
                break;
        }
    }

    private static void Breakdown(ParsedSite parsed, FigureDefinition figure, FactUnit unit)
    {
        foreach (var (index, dimension) in figure.By.Index())
        {
            Known(parsed, figure, "by", dimension, unit.Dimensions.Keys, $"dimension (a field with \"fact\": true) there", index);
        }

        foreach (var (dimension, codes) in figure.Where)
        {
            if (!unit.Dimensions.TryGetValue(dimension, out var options))
            {
                parsed.FaultAtName(
                    figure, "where", dimension,
                    $"\"{dimension}\" is no dimension (a field with \"fact\": true) there.{NameSuggestion.Hint(dimension, unit.Dimensions.Keys)}");
                continue;
            }

            if (codes.Contains(FigureDefinition.Known))
            {
                if (codes.Count > 1)
                {
                    parsed.FaultAtName(figure, "where", dimension, $"\"{FigureDefinition.Known}\" stands alone: it is every code of \"{dimension}\".");
                }

                continue;
            }

            foreach (var (index, code) in codes.Index().Where(code => !options.Contains(code.Item)))
            {
                parsed.FaultAtName(figure, "where", dimension, $"\"{code}\" is not a code of \"{dimension}\".{NameSuggestion.Hint(code, options)}", index);
            }
        }
    }

    private static void OfNothing(ParsedSite parsed, FigureDefinition figure, FactUnit unit)
    {
        if (FactNames.Needs(figure.Subject) is var (dimension, code)
            && figure.Where.TryGetValue(dimension, out var codes) && !codes.Contains(code)
            && unit.Dimensions.TryGetValue(dimension, out var options) && codes.All(options.Contains))
        {
            parsed.FaultAtName(
                figure, "where", dimension,
                $"\"{figure.Subject}\" is there only where \"{dimension}\" is \"{code}\": the figure would always be empty. Count \"{
                    code}\", or leave \"{dimension}\" out.");
        }
    }

    public static bool Known(
        ParsedSite parsed, FigureDefinition figure, string key, string name, IEnumerable<string> known, FormattableString what, int? item = null)
    {
        var names = known.ToList();
        if (names.Contains(name))
        {
            return true;
        }

        parsed.Fault(figure, key, $"\"{name}\" is no {what}.{NameSuggestion.Hint(name, names)}", item);
        return false;
    }
}
