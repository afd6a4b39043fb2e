using System.Runtime.InteropServices;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;

namespace Modular.Statistics.Suppression;

/// <summary>
/// Facts that are in the same cells are one class: a cell is a set of classes. Of many facts some of every combination of answers and some at even distances
/// speak for all: a class that is missed can only make more cells look as if they told of each other, and more is hidden.
/// </summary>
internal sealed class FactClasses(FactRange facts, IReadOnlyList<FigureCounter> figures, IReadOnlyList<Combinations> counted)
{
    private const int AllOf = 8192;
    private const int AtEvenDistances = 2048;

    private readonly Lazy<IReadOnlyList<int>> _rows = new(() => facts.Count <= AllOf
        ? [.. Enumerable.Range(facts.From, facts.Count)]
        : [.. counted.SelectMany(combinations => combinations.Rows)
            .Concat(Enumerable.Range(0, AtEvenDistances).Select(step => facts.From + (int)((long)facts.Count * step / AtEvenDistances)))
            .Distinct()
            .Order()]);

    /// <summary>Each class, by the indexes of its cells.</summary>
    public IReadOnlyCollection<int[]> Of(IReadOnlyList<CountedCell> cells)
    {
        var indexes = cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        var within = figures.Where(figure => cells.Any(cell => cell.Figure == figure)).ToList();
        var classes = new HashSet<int[]>(SameCells.Instance);
        var placed = new List<CountedCell>();
        var current = new List<int>();
        foreach (var row in _rows.Value)
        {
            placed.Clear();
            current.Clear();
            within.ForEach(figure => figure.Place(row, placed));
            foreach (var cell in placed)
            {
                if (indexes.TryGetValue(cell, out var index))
                {
                    current.Add(index);
                }
            }

            if (current.Count > 0)
            {
                classes.Add([.. current]);
            }
        }

        return classes;
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
