using Modular.Contracts.Reports;

namespace Modular.Statistics;

/// <summary>Computes all figures of a report from the facts, and hides small cells before anybody sees one.</summary>
public sealed class FigureEngine(IFactReader facts)
{
    public async Task<IReadOnlyList<Figure>> ComputeAsync(FigureQuestion question, CancellationToken cancellation = default)
    {
        var published = question.Figures.Concat(question.AlsoPublished).ToList();
        var now = await TallyAsync(question, published, question.Period, cancellation);
        var before = question.ComparedWith is { } compared ? await TallyAsync(question, published, compared, cancellation) : null;
        return FigureAssembly.Of(question, now, before);
    }

    private async Task<Tally> TallyAsync(FigureQuestion question, List<FigureDefinition> published, ReportPeriod period, CancellationToken cancellation)
    {
        var site = question.Words.Site;
        var units = published.Where(Tally.IsCounted).Select(Tally.UnitOf).Distinct().ToList();
        var table = await facts.ReadAsync(site.Id, units, period.From, period.To, cancellation);
        return Tally.Of(published, table, Math.Max(5, site.Limits.SmallestCell));
    }
}
