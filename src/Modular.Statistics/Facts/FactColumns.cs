namespace Modular.Statistics.Facts;

/// <summary>All facts of a unit, by day: a column a question and a measure. Never changed: what changes makes others, and who counts these goes on.</summary>
public sealed class FactColumns
{
    public static readonly FactColumns None = new([], [], [], []);

    private readonly int[] _days;
    private readonly long[] _keys;
    private readonly Dictionary<string, FactColumn> _questions;
    private readonly Dictionary<string, FactColumn> _measures;

    internal FactColumns(int[] days, long[] keys, Dictionary<string, FactColumn> questions, Dictionary<string, FactColumn> measures) =>
        (_days, _keys, _questions, _measures) = (days, keys, questions, measures);

    public int Rows => _days.Length;

    public IReadOnlyDictionary<string, FactColumn> Questions => _questions;

    public IReadOnlyDictionary<string, FactColumn> Measures => _measures;

    public long Bytes =>
        Buffer.ByteLength(_days) + Buffer.ByteLength(_keys) + _questions.Values.Concat(_measures.Values).Sum(column => column.Bytes);

    public DateOnly DayOf(int row) => DateOnly.FromDayNumber(_days[row]);

    /// <summary>The facts between two days, both included.</summary>
    public FactRange Between(DateOnly from, DateOnly to) => new(this, Before(from.DayNumber), Before(to.DayNumber + 1));

    internal ReadOnlySpan<int> Days => _days;

    /// <summary>What its store calls each fact.</summary>
    internal ReadOnlySpan<long> Keys => _keys;

    private int Before(int day)
    {
        var (low, high) = (0, _days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _days[middle] < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <param name="To">The row after the last one.</param>
public readonly record struct FactRange(FactColumns Columns, int From, int To)
{
    public int Count => To - From;
}
