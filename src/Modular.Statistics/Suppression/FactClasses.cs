using System.Runtime.InteropServices;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;

namespace Modular.Statistics.Suppression;

/// <summary>
/// Facts that are in the same cells are one class: a cell is a set of classes. Of many facts some of every combination of answers and some at even distances
/// speak for all: a class that is missed can only make more cells look as if they told of each other, and more is hidden.
/// </summary>
internal sealed class FactClasses(FactRange facts, IReadOnlyList<AskedColumn> columns, ILookup<Combinations?, FigureCounter> figures)
{
    private const int AllOf = 8192;
    private const int AtEvenDistances = 512;
    private const int OfEach = 2;

    /// <summary>Each class of a group, by the indexes of its cells.</summary>
    public IReadOnlyCollection<int[]> Of(CellGroup group, IReadOnlyList<CountedCell> cells)
    {
        var counting = cells.Select(cell => cell.Figure).ToHashSet();
        var places = figures
            .Select(together => new Places(together.Key, [.. together.Where(counting.Contains)], columns, group))
            .Where(together => together.HasFigures)
            .ToList();
        var classes = new HashSet<int[]>(SameCells.Instance);
        var current = new List<int>();
        foreach (var row in Rows(places))
        {
            current.Clear();
            places.ForEach(together => current.AddRange(together.Of(row)));
            if (current.Count > 0)
            {
                classes.Add([.. current]);
            }
        }

        return classes;
    }

    private IEnumerable<int> Rows(List<Places> places) => facts.Count <= AllOf
        ? Enumerable.Range(facts.From, facts.Count)
        : places.SelectMany(together => together.Rows)
            .Concat(Enumerable.Range(0, AtEvenDistances).Select(step => facts.From + (int)((long)facts.Count * step / AtEvenDistances)))
            .Distinct()
            .Order();

    /// <summary>The cells of figures that are counted together: facts of one combination are in the same.</summary>
    private sealed class Places(
        Combinations? combinations, List<FigureCounter> figures, IReadOnlyList<AskedColumn> columns, CellGroup group)
    {
        private readonly int[]?[] _known = new int[combinations?.Size ?? 0][];
        private readonly List<CountedCell> _cells = [];

        public bool HasFigures => figures.Count > 0;

        /// <summary>Some facts of everything that the figures tell apart.</summary>
        public IEnumerable<int> Rows => (combinations?.Rows ?? [])
            .GroupBy(Of, SameCells.Instance)
            .Where(placed => placed.Key.Length > 0)
            .SelectMany(placed => placed.Take(OfEach));

        public int[] Of(int row) => combinations is null ? Placed(row) : _known[combinations.At(row, columns)] ??= Placed(row);

        private int[] Placed(int row)
        {
            _cells.Clear();
            figures.ForEach(figure => figure.Place(row, _cells));
            _cells.RemoveAll(cell => cell.Group != group);
            return [.. _cells.Select(cell => cell.Index)];
        }
    }

    private sealed class SameCells : IEqualityComparer<int[]>
    {
        public static readonly SameCells Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
