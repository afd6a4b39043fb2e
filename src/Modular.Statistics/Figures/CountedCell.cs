using Modular.Statistics.Suppression;

namespace Modular.Statistics.Figures;

/// <summary>How much a report would lose with a cell; the least useful is hidden first.</summary>
internal enum Usefulness
{
    CrossedRow,
    Row,
    Filtered,
    Headline,
}

/// <summary>A number before anybody decided whether it may be shown.</summary>
/// <param name="figure">The figure in which it is.</param>
/// <param name="group">The cells that can tell of it, or null where nobody could learn anything by it.</param>
internal sealed class CountedCell(FigureCounter figure, Usefulness usefulness, CellConditions scope, CellGroup? group)
{
    private readonly List<(int Value, int Count)> _values = [];

    public FigureCounter Figure => figure;

    public Usefulness Usefulness => usefulness;

    public CellConditions CellConditions => scope;

    public CellGroup? Group => group;

    public int Count { get; private set; }

    public long Sum { get; private set; }

    /// <summary>Which it is in its group.</summary>
    public int Index { get; set; }

    public bool Hidden { get; set; }

    /// <summary>The row of its first fact.</summary>
    public int FirstRow { get; private set; }

    public decimal? Median
    {
        get
        {
            _values.Sort();
            return _values.Count == 0 ? null : (At((_values.Sum(value => value.Count) - 1) / 2) + At(_values.Sum(value => value.Count) / 2)) / 2m;
        }
    }

    /// <summary>Adds facts that come after all that are in it.</summary>
    /// <param name="value">What each of them measures.</param>
    public void Add(int row, int count, int? value)
    {
        if (Count == 0)
        {
            FirstRow = row;
            group?.Add(this);
        }

        Count += count;
        if (value is { } measured)
        {
            Sum += (long)measured * count;
            _values.Add((measured, count));
        }
    }

    private long At(int place)
    {
        var index = 0;
        for (; place >= _values[index].Count; index++)
        {
            place -= _values[index].Count;
        }

        return _values[index].Value;
    }
}

/// <summary>Which facts a cell holds: per dimension, the answers it asks for.</summary>
internal sealed record CellConditions(IReadOnlyList<(int Column, IReadOnlySet<int> Answers)> Conditions)
{
    /// <summary>What could not be placed: a part of everything, and nothing else is a part of it.</summary>
    public static readonly CellConditions Unplaced = new([]);

    public bool IsFiltered => Conditions.Count > 0;

    /// <summary>Whether everything in this scope must be in the other, whatever was answered.</summary>
    public bool IsInside(CellConditions other) =>
        !ReferenceEquals(other, Unplaced)
        && other.Conditions.All(wanted => Conditions.Any(mine => mine.Column == wanted.Column && mine.Answers.IsSubsetOf(wanted.Answers)));

    public CellConditions And(int column, int answer) => new([.. Conditions, (column, new HashSet<int> { answer })]);
}
