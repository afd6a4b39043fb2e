using Modular.Contracts.Reports;
using Modular.Statistics.Facts;
using Modular.Statistics.Periods;

namespace Modular.Statistics.Figures;

/// <summary>From the facts that are stored and those that modules tell. Small cells are hidden before anybody sees one.</summary>
public sealed class FigureEngine(IFactReader stored, IEnumerable<IPendingFacts> pending, IEnumerable<IFactSource> sources)
{
    public async Task<IReadOnlyList<Figure>> ComputeAsync(FigureQuestion question, CancellationToken cancellation = default)
    {
        foreach (var waiting in pending)
        {
            await waiting.BringAsync(cancellation);
        }

        var published = question.Figures.Concat(question.AlsoPublished).ToList();
        var now = await CountAsync(question, published, question.Period, cancellation);
        var before = question.ComparedWith is { } compared ? await CountAsync(question, published, compared, cancellation) : null;
        return FigureBuilder.Of(question, now, before);
    }

    private async Task<FigureCounts> CountAsync(FigureQuestion question, List<FigureDefinition> published, ReportPeriod period, CancellationToken cancellation)
    {
        var site = question.Words.Site;
        var counted = published.Where(FigureCounts.IsCounted).Select(FigureCounts.UnitOf).Distinct();
        var units = counted.ToLookup(unit => sources.FirstOrDefault(source => source.Units.Contains(unit)));
        var table = await stored.ReadAsync(site.Id, [.. units[null]], period.From, period.To, cancellation);
        foreach (var (source, unit) in units.Where(units => units.Key is not null).SelectMany(units => units.Select(unit => (units.Key!, unit))))
        {
            table.Add(unit, await source.FactsAsync(site.Id, unit, period.From, period.To, cancellation));
        }

        return FigureCounts.Of(published, table, Math.Max(5, site.Limits.SmallestCell));
    }
}
