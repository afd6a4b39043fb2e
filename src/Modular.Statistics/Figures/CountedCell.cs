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
internal sealed class CountedCell(object table, Usefulness usefulness, CellConditions scope, CellGroups.Group? group)
{
    private List<int>? _values;

    public object Table => table;

    public Usefulness Usefulness => usefulness;

    public CellConditions CellConditions => scope;

    public int Count { get; private set; }

    public long Sum { get; private set; }

    public bool Hidden { get; set; }

    public decimal? Median
    {
        get
        {
            if (_values is not { Count: > 0 } values)
            {
                return null;
            }

            values.Sort();
            return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2m;
        }
    }

    public void Add()
    {
        Count++;
        group?.Note(this);
    }

    public void Add(int value, bool keep)
    {
        Add();
        Sum += value;
        if (keep)
        {
            (_values ??= []).Add(value);
        }
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
