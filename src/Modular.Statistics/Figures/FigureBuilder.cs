using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Statistics.Labels;

namespace Modular.Statistics.Figures;

/// <summary>From what was counted in one or two periods to the figures that a report shows. Nothing here sees a number that is hidden.</summary>
internal sealed class FigureBuilder
{
    private readonly FigureQuestion _question;
    private readonly FigureCounts _now;
    private readonly FigureCounts? _before;
    private readonly Dictionary<string, Figure> _done = [];

    private FigureBuilder(FigureQuestion question, FigureCounts now, FigureCounts? before) => (_question, _now, _before) = (question, now, before);

    public static IReadOnlyList<Figure> Of(FigureQuestion question, FigureCounts now, FigureCounts? before)
    {
        var assembly = new FigureBuilder(question, now, before);
        return [.. question.Figures.Select(assembly.Figure)];
    }

    private SiteLabels Words => _question.Words;

    private SiteDefinition Site => Words.Site;

    private Figure Figure(FigureDefinition declared)
    {
        if (!_done.TryGetValue(declared.Name, out var figure))
        {
            _done.Add(declared.Name, figure = declared.Kind switch
            {
                FigureKind.Share => Share(declared),
                FigureKind.Funding => Alone(declared, "percent", FundingOf(Site, declared.Subject)),
                FigureKind.Reference => Reference(declared),
                FigureKind.Site => Alone(declared, declared.Subject, NumberOf(Site, declared.Subject)),
                _ => Counted(declared),
            });
        }

        return figure;
    }

    private Figure Counted(FigureDefinition declared)
    {
        var now = _now[declared]!;
        var before = _before?[declared];
        var total = Compare(Shown(declared, now.Total), before is null ? null : Shown(declared, before.Total));
        return New(declared, declared.Kind == FigureKind.Count ? declared.Subject : Words.MeasureUnit(declared.Subject), total) with
        {
            NotKnown = Shown(now.NotKnown),
            Headings = [.. declared.By.Select(Words.Dimension)],
            Rows = [.. Keys(declared, now, before).Select(key => Row(declared, key, now, before, total.Now))],
            Overlaps = declared.By.Any(Words.TakesSeveral),
        };
    }

    private FigureRow Row(FigureDefinition declared, (string One, string Other) key, CountedFigure now, CountedFigure? before, Cell total)
    {
        var value = Shown(declared, now.Rows.GetValueOrDefault(key));
        var share = declared.Kind == FigureKind.Median ? Cell.None : Cell.From(value, total, Percent);
        IReadOnlyList<string> keys = declared.By.Count == 1 ? [key.One] : [key.One, key.Other];
        return new(
            keys,
            [.. keys.Zip(declared.By, (code, dimension) => Words.Code(dimension, code))],
            Compare(value, before is null ? null : Shown(declared, before.Rows.GetValueOrDefault(key))),
            share);
    }

    /// <summary>Every code of the site's list, then those that were answered in another time, then the answers that say nothing is known.</summary>
    private IEnumerable<(string One, string Other)> Keys(FigureDefinition declared, CountedFigure now, CountedFigure? before)
    {
        var met = before is null ? [.. now.Rows.Keys] : now.Rows.Keys.Union(before.Rows.Keys).ToList();
        return declared.By switch
        {
            [var only] => Codes(only, met.Select(key => key.One)).Select(code => (code, "")),
            [var one, var other] => Codes(one, met.Select(key => key.One))
                .SelectMany(_ => Codes(other, met.Select(key => key.Other)), (first, second) => (first, second)),
            _ => [],
        };
    }

    private IEnumerable<string> Codes(string dimension, IEnumerable<string> met)
    {
        var codes = Words.Codes(dimension);
        var others = met.Distinct().Where(code => !codes.Contains(code)).Order(StringComparer.Ordinal).ToList();
        return codes
            .Concat(others.Where(code => !SiteLabels.IsNotKnown(code)))
            .Concat(StandardCodes.NotKnown.Where(others.Contains));
    }

    private Figure Share(FigureDefinition declared)
    {
        var part = Figure(_question.Figures.First(figure => figure.Name == declared.Subject));
        var whole = Figure(_question.Figures.First(figure => figure.Name == declared.Of));
        return New(declared, "percent", Ratio(part.Value, whole.Value)) with
        {
            Declared = declared with { By = part.Declared.By },
            NotKnown = part.NotKnown,
            Headings = part.Headings,
            Overlaps = part.Overlaps,
            Rows = [.. part.Rows.Select(row => row with
            {
                Value = Ratio(row.Value, whole.Rows.FirstOrDefault(other => other.Keys.SequenceEqual(row.Keys))?.Value ?? whole.Value),
                Share = Cell.None,
            })],
        };

        static ComparedCell Ratio(ComparedCell part, ComparedCell whole)
        {
            var now = Cell.From(part.Now, whole.Now, Percent);
            return part.Before is { } before && whole.Before is { } of
                ? new(now, Cell.From(before, of, Percent), Cell.From(now, Cell.From(before, of, Percent), (after, earlier) => after - earlier))
                : new(now);
        }
    }

    private Figure Reference(FigureDefinition declared)
    {
        var reference = Site.References[declared.Subject];
        return Alone(declared, reference.Unit, reference.Value) with
        {
            Label = declared.Label ?? reference.Label,
            Source = reference.Source,
        };
    }

    private Figure Alone(FigureDefinition declared, string unit, decimal? value) =>
        New(declared, unit, new(Cell.Of(value), _before is null ? null : Cell.None, _before is null ? null : Cell.None));

    private Figure New(FigureDefinition declared, string unit, ComparedCell value) => new()
    {
        Declared = declared,
        Label = declared.Label ?? FigureWording.Label(declared, _question),
        Unit = unit,
        Definition = FigureWording.Definition(declared, _question),
        NotKnown = Cell.Of(0),
        Value = value,
    };

    private static Cell Shown(CountedCell cell) => cell.Hidden ? Cell.Hidden : Cell.Of(cell.Count);

    private static Cell Shown(FigureDefinition declared, CountedCell? cell) => cell switch
    {
        { Hidden: true } => Cell.Hidden,
        null => declared.Kind == FigureKind.Median ? Cell.None : Cell.Of(0),
        _ => Cell.Of(declared.Kind switch
        {
            FigureKind.Median => cell.Median,
            FigureKind.Sum => cell.Sum,
            _ => cell.Count,
        }),
    };

    private static ComparedCell Compare(Cell now, Cell? before) => before is { } earlier
        ? new(now, earlier, Cell.From(now, earlier, (after, ago) => ago == 0 ? null : Rounded((after - ago) * 100 / ago)))
        : new(now);

    private static decimal? Percent(decimal part, decimal whole) => whole == 0 ? null : Rounded(part * 100 / whole);

    private static decimal Rounded(decimal number) => Math.Round(number, 1, MidpointRounding.AwayFromZero);

    private static decimal? FundingOf(SiteDefinition site, string funder) =>
        site.Funders.FirstOrDefault(one => one.Id == funder) is { } found ? site.ShareOf(found) : null;

    private static decimal? NumberOf(SiteDefinition site, string subject) => subject switch
    {
        "full_time_equivalents" => site.Posts.Sum(post => post.FullTimeEquivalent),
        "stations" => site.Stations.Count,
        "posts" => site.Posts.Count,
        _ => null,
    };
}
