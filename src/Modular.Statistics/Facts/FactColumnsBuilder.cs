using System.Runtime.InteropServices;

namespace Modular.Statistics.Facts;

/// <summary>Makes the columns of a unit from facts as they are stored, in any order.</summary>
public sealed class FactColumnsBuilder
{
    private readonly CodeDictionary _words;
    private readonly List<int> _days = [];
    private readonly List<long> _keys = [];
    private readonly Dictionary<string, Column> _questions;
    private readonly Dictionary<string, Column> _measures;
    private readonly Dictionary<int, Column> _columnOf = [];

    /// <param name="words">Covers every identifier that will be added.</param>
    /// <param name="before">The columns that what is added joins: the numbers of their values stay.</param>
    public FactColumnsBuilder(CodeDictionary words, FactColumns? before = null)
    {
        _words = words;
        Before = before ?? FactColumns.None;
        _questions = Before.Questions.ToDictionary(column => column.Key, column => new Column(column.Value));
        _measures = Before.Measures.ToDictionary(column => column.Key, column => new Column(column.Value));
    }

    private FactColumns Before { get; }

    /// <param name="key">What its store calls the fact: of one day, the smaller is the earlier one.</param>
    public void Add(long key, DateOnly on, ReadOnlySpan<byte> codes, ReadOnlySpan<byte> measures)
    {
        var row = _days.Count;
        _days.Add(on.DayNumber);
        _keys.Add(key);
        for (var at = 0; at < codes.Length;)
        {
            var code = (int)FactCoding.Read(codes, ref at);
            ColumnOf(code).Answer(row, code);
        }

        for (var at = 0; at < measures.Length;)
        {
            ColumnOf((int)FactCoding.Read(measures, ref at)).Measure(row, FactCoding.ReadSigned(measures, ref at));
        }
    }

    /// <param name="removed">Keys of facts that were there before and are no more.</param>
    public FactColumns Build(IReadOnlySet<long>? removed = null)
    {
        var order = Order(removed ?? new HashSet<long>());
        var days = new int[order.Length];
        var keys = new long[order.Length];
        for (var row = 0; row < order.Length; row++)
        {
            (days[row], keys[row]) = order[row] is var from && from < Before.Rows
                ? (Before.Days[from], Before.Keys[from])
                : (_days[from - Before.Rows], _keys[from - Before.Rows]);
        }

        return new(days, keys, Built(_questions, order), Built(_measures, order));
    }

    /// <summary>By day, then as they were added. Rows of before come first: they have smaller numbers.</summary>
    private int[] Order(IReadOnlySet<long> removed)
    {
        var added = Enumerable.Range(0, _days.Count).ToArray();
        Array.Sort(Array.ConvertAll(added, row => new UInt128((ulong)_days[row], (ulong)_keys[row])), added);
        var order = new List<int>(Before.Rows + added.Length);
        var next = 0;
        for (var row = 0; row < Before.Rows; row++)
        {
            if (removed.Count > 0 && removed.Contains(Before.Keys[row]))
            {
                continue;
            }

            for (; next < added.Length && (_days[added[next]], _keys[added[next]]).CompareTo((Before.Days[row], Before.Keys[row])) < 0; next++)
            {
                order.Add(Before.Rows + added[next]);
            }

            order.Add(row);
        }

        for (; next < added.Length; next++)
        {
            order.Add(Before.Rows + added[next]);
        }

        return [.. order];
    }

    private Dictionary<string, FactColumn> Built(Dictionary<string, Column> columns, int[] order) =>
        columns.ToDictionary(column => column.Key, column => column.Value.Build(order, Before.Rows));

    private Column ColumnOf(int identifier)
    {
        ref var column = ref CollectionsMarshal.GetValueRefOrAddDefault(_columnOf, identifier, out _);
        if (column is null)
        {
            var (dimension, code) = _words.WordOf(identifier);
            var columns = code is null ? _measures : _questions;
            if (!columns.TryGetValue(dimension, out column))
            {
                columns.Add(dimension, column = new(null));
            }
        }

        return column;
    }

    private sealed class Column
    {
        private readonly FactColumn? _before;
        private readonly List<int[]> _values;
        private readonly Dictionary<(int Value, int Answer), int> _numbers = [];
        private readonly List<int> _rows = [];

        public Column(FactColumn? before)
        {
            _before = before;
            _values = before is null ? [[]] : [.. before.Values];
            for (var value = 1; value < _values.Count; value++)
            {
                // A value was made from the one without its last answer, which comes before it.
                var shorter = _values[value].Length == 1 ? 0 : _values.FindIndex(other => other.AsSpan().SequenceEqual(_values[value].AsSpan(..^1)));
                _numbers.Add((shorter, _values[value][^1]), value);
            }
        }

        public void Answer(int row, int answer)
        {
            ref var value = ref At(row);
            value = Number(value, answer);
        }

        public void Measure(int row, int number)
        {
            ref var value = ref At(row);
            if (value == 0)
            {
                value = Number(0, number);
            }
        }

        public FactColumn Build(int[] order, int before)
        {
            var rows = new int[order.Length];
            for (var row = 0; row < order.Length; row++)
            {
                var from = order[row];
                rows[row] = from < before ? _before?.At(from) ?? 0 : from - before < _rows.Count ? _rows[from - before] : 0;
            }

            return FactColumn.Of(_values, rows);
        }

        private ref int At(int row)
        {
            if (_rows.Count <= row)
            {
                CollectionsMarshal.SetCount(_rows, row + 1);
            }

            return ref CollectionsMarshal.AsSpan(_rows)[row];
        }

        private int Number(int value, int answer)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (value, answer), out var known);
            if (!known)
            {
                number = _values.Count;
                _values.Add([.. _values[value], answer]);
            }

            return number;
        }
    }
}
