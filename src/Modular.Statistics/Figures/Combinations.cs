namespace Modular.Statistics.Figures;

/// <summary>How many facts have each combination of values of some columns.</summary>
/// <param name="columns">Their numbers among those that are asked.</param>
/// <param name="sizes">How many values each has.</param>
internal sealed class Combinations(int[] columns, int[] sizes)
{
    /// <summary>Of each combination so many facts are remembered.</summary>
    private const int Remembered = 2;

    private readonly int[] _counts = new int[sizes.Aggregate(1, (product, size) => product * size)];
    private readonly int[] _rows = new int[sizes.Aggregate(Remembered, (product, size) => product * size)];

    public IReadOnlyList<int> Columns => columns;

    /// <summary>How many there may be.</summary>
    public int Size => _counts.Length;

    /// <summary>A fact of each combination that was met, its first one, and how many there are: by the first one.</summary>
    public IReadOnlyList<(int Row, int Count)> Met => [.. _counts.Index()
        .Where(counted => counted.Item > 0)
        .Select(counted => (Row: _rows[counted.Index * Remembered], Count: counted.Item))
        .OrderBy(met => met.Row)];

    /// <summary>The first few facts of every combination.</summary>
    public IEnumerable<int> Rows => _counts.Index()
        .SelectMany(counted => _rows.Skip(counted.Index * Remembered).Take(Math.Min(counted.Item, Remembered)));

    /// <summary>The number of a fact's combination.</summary>
    public int At(int row, IReadOnlyList<AskedColumn> asked)
    {
        var combination = 0;
        for (var index = 0; index < columns.Length; index++)
        {
            combination = (combination * sizes[index]) + asked[columns[index]].At(row);
        }

        return combination;
    }

    public Combinations Empty() => new(columns, sizes);

    /// <summary>Counts facts that come after all that were counted so far.</summary>
    /// <param name="values">By column, the values of these facts.</param>
    /// <param name="from">The row of the first one.</param>
    /// <param name="scratch">Room for a number for each.</param>
    public void Count(int[][] values, int length, int from, Span<int> scratch)
    {
        Span<int> combinations = columns.Length == 1 ? values[columns[0]].AsSpan(0, length) : scratch[..length];
        if (columns.Length != 1)
        {
            combinations.Clear();
            foreach (var (column, size) in columns.Zip(sizes))
            {
                Append(combinations, values[column].AsSpan(0, length), size);
            }
        }

        var (counts, rows) = (_counts, _rows);
        for (var at = 0; at < combinations.Length; at++)
        {
            var combination = combinations[at];
            var before = counts[combination]++;
            if (before < Remembered)
            {
                rows[(combination * Remembered) + before] = from + at;
            }
        }
    }

    /// <summary>Adds what was counted of facts that come after all of these.</summary>
    public void Add(Combinations later)
    {
        for (var combination = 0; combination < _counts.Length; combination++)
        {
            for (var known = _counts[combination]; known < Remembered && known < _counts[combination] + later._counts[combination]; known++)
            {
                _rows[(combination * Remembered) + known] = later._rows[(combination * Remembered) + known - _counts[combination]];
            }

            _counts[combination] += later._counts[combination];
        }
    }

    private static void Append(Span<int> combinations, ReadOnlySpan<int> values, int size)
    {
        for (var at = 0; at < combinations.Length; at++)
        {
            combinations[at] = (combinations[at] * size) + values[at];
        }
    }
}
