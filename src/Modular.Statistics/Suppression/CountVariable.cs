using Modular.Statistics.Figures;

namespace Modular.Statistics.Suppression;

/// <summary>Facts whose number a reader might learn: a cell's, or those in one published cell and not in another inside it.</summary>
internal sealed class CountVariable
{
    private readonly List<CountedCell> _cells;
    private readonly HashSet<FigureCounter> _tables;

    private CountVariable(int first, List<CountedCell> cells)
    {
        First = first;
        _cells = cells;
        _tables = [.. cells.Select(cell => cell.Figure)];
        Count = cells[0].Count;
    }

    private CountVariable(CountVariable outer, int outerIndex, CountVariable inner, int innerIndex)
    {
        First = -1;
        _cells = [];
        _tables = [.. outer._tables, .. inner._tables];
        Count = outer.Count - inner.Count;
        Difference = (outerIndex, innerIndex);
    }

    /// <summary>Index in the group of one of its cells; -1 for a difference.</summary>
    public int First { get; }

    public int Count { get; }

    /// <summary>The two variables whose difference this is.</summary>
    public (int Outer, int Inner)? Difference { get; }

    public bool IsHidden => Difference is not null || _cells.Exists(cell => cell.Hidden);

    /// <summary>The least a reader must assume: an empty cell is published as 0, so a hidden one is not empty.</summary>
    public int Least => Difference is null ? 1 : 0;

    public Usefulness Usefulness => _cells.Max(cell => cell.Usefulness);

    public IEnumerable<FigureCounter> Tables => _tables;

    public bool IsHiddenRowOf(FigureCounter table) => IsHidden && _cells.Exists(cell => cell.Figure == table && cell.Usefulness <= Usefulness.Row);

    public bool IsBeside(CountVariable other) => _tables.Overlaps(other._tables);

    public void Hide() => _cells.ForEach(cell => cell.Hidden = true);

    public void Show() => _cells.ForEach(cell => cell.Hidden = false);

    public static List<CountVariable> Of(IReadOnlyList<CountedCell> cells, IReadOnlyCollection<int[]> classes, int smallestCell)
    {
        var prints = new long[cells.Count];
        var random = new Random(1);
        foreach (var held in classes)
        {
            var print = random.NextInt64();
            foreach (var cell in held)
            {
                prints[cell] += print;
            }
        }

        var variables = Enumerable.Range(0, prints.Length)
            .GroupBy(index => (prints[index], cells[index].Count, cells[index].FirstRow))
            .Select(same => new CountVariable(same.First(), [.. same.Select(index => cells[index])]))
            .ToList();
        foreach (var variable in variables.Where(variable => variable.IsHidden))
        {
            variable.Hide();
        }

        variables.AddRange(SmallDifferences(classes, variables, smallestCell).ToList());
        return variables;
    }

    private static IEnumerable<CountVariable> SmallDifferences(IReadOnlyCollection<int[]> classes, List<CountVariable> variables, int smallestCell)
    {
        for (var outer = 0; outer < variables.Count; outer++)
        {
            for (var inner = 0; inner < variables.Count; inner++)
            {
                var (large, small) = (variables[outer], variables[inner]);
                var difference = large.Count - small.Count;
                if (difference > 0 && difference < smallestCell && small.Count >= smallestCell && small.IsInside(large, classes))
                {
                    yield return new(large, outer, small, inner);
                }
            }
        }
    }

    /// <summary>By what the cells ask for; for two numbers without a table, by what was answered too (VIF follows from the problem).</summary>
    private bool IsInside(CountVariable outer, IReadOnlyCollection<int[]> classes) =>
        _cells.Exists(mine => outer._cells.Exists(theirs => mine.CellConditions.IsInside(theirs.CellConditions)))
        || (Usefulness >= Usefulness.Filtered && outer.Usefulness >= Usefulness.Filtered
            && classes.All(cells => !cells.Contains(First) || cells.Contains(outer.First)));
}
