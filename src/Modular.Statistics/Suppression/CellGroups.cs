using Modular.Statistics.Figures;

namespace Modular.Statistics.Suppression;

/// <summary>Cells that can tell of one another: those of one unit that count, and those that sum one measure.</summary>
internal sealed class CellGroups
{
    private readonly Dictionary<string, CellGroup> _sums = [];

    public CellGroup Counts { get; } = new();

    public IEnumerable<CellGroup> All => _sums.Values.Prepend(Counts);

    public CellGroup OfSums(string measure)
    {
        if (!_sums.TryGetValue(measure, out var group))
        {
            _sums.Add(measure, group = new());
        }

        return group;
    }
}

internal sealed class CellGroup
{
    private readonly List<CountedCell> _cells = [];

    /// <summary>Figure after figure, each in the order of the facts.</summary>
    public void Add(CountedCell cell) => _cells.Add(cell);

    /// <summary>Those that hold a fact, in the order of their first facts and of the figures, which is that of their indexes.</summary>
    public IReadOnlyList<CountedCell> Ordered()
    {
        List<CountedCell> ordered = [.. _cells.OrderBy(cell => cell.FirstRow)];
        foreach (var (index, cell) in ordered.Index())
        {
            cell.Index = index;
        }

        return ordered;
    }
}
