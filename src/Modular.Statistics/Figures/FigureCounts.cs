using Modular.Contracts.Reports;
using Modular.Statistics.Facts;
using Modular.Statistics.Suppression;

namespace Modular.Statistics.Figures;

/// <summary>A counted figure: its total, its rows by their answers, and what could not be placed.</summary>
internal sealed record CountedFigure(CountedCell Total, CountedCell NotKnown, IReadOnlyDictionary<(string One, string Other), CountedCell> Rows);

/// <summary>All figures of a report, counted in one pass over the facts of each unit.</summary>
internal sealed class FigureCounts
{
    private readonly Dictionary<FigureDefinition, FigureCounter> _figures = new(ReferenceEqualityComparer.Instance);

    /// <summary>Counts, and hides what may not be shown. By figure; those that are not counted are left out.</summary>
    public static FigureCounts Of(IReadOnlyList<FigureDefinition> figures, FactTable facts, int smallestCell)
    {
        var counts = new FigureCounts();
        foreach (var unit in figures.Where(IsCounted).GroupBy(UnitOf))
        {
            counts.Count(unit.Key, [.. unit], facts, smallestCell);
        }

        return counts;
    }

    public CountedFigure? this[FigureDefinition figure] => _figures.GetValueOrDefault(figure)?.Result;

    public static bool IsCounted(FigureDefinition figure) => figure.Kind is FigureKind.Count or FigureKind.Median or FigureKind.Sum;

    public static string UnitOf(FigureDefinition figure) => figure.Kind == FigureKind.Count ? figure.Subject : figure.Unit ?? FactUnits.Situations;

    private void Count(string unit, List<FigureDefinition> figures, FactTable table, int smallestCell)
    {
        var facts = table.Units.TryGetValue(unit, out var found) ? found : new(FactColumns.None, 0, 0);
        var asked = new AskedQuestions(table.Words, facts);
        var groups = FactUnits.AreAboutPeople(unit) ? new CellGroups() : null;
        var counters = figures.ConvertAll(figure => new FigureCounter(figure, asked, groups));
        counters.ForEach(counter => _figures.Add(counter.Definition, counter));

        var counted = FactPass.Count(facts, asked.Columns, counters.Select(counter => counter.Columns));
        var met = counted.ToDictionary(combinations => combinations, combinations => combinations.Met);
        var cells = new List<CountedCell>();
        foreach (var counter in counters)
        {
            foreach (var (row, count) in Within(counter) is { } within ? met[within] : [.. Enumerable.Range(facts.From, facts.Count).Select(row => (row, 1))])
            {
                counter.Count(row, count, cells);
            }
        }

        if (groups is not null)
        {
            counters.ForEach(counter => counter.HideSmall(smallestCell));
            var classes = new FactClasses(facts, asked.Columns, counters.ToLookup(Within));
            foreach (var group in groups.All)
            {
                CellSuppression.Protect(group, classes, smallestCell);
            }
        }

        Combinations? Within(FigureCounter counter) => counted
            .Where(combinations => counter.Columns.All(combinations.Columns.Contains))
            .MinBy(combinations => combinations.Size);
    }
}
