using Modular.Statistics.Figures;

namespace Modular.Statistics.Suppression;

/// <summary>Cells that can tell of one another: those of one unit. Facts that are in the same cells are one class: a cell is a set of classes.</summary>
internal sealed class CellGroups
{
    private readonly Dictionary<(string Unit, string? Summed), Group> _groups = [];

    public IEnumerable<Group> All => _groups.Values;

    public Group Of(string unit, string? summed = null)
    {
        if (!_groups.TryGetValue((unit, summed), out var group))
        {
            _groups.Add((unit, summed), group = new());
        }

        return group;
    }

    internal sealed class Group
    {
        private readonly Dictionary<CountedCell, int> _indexes = [];
        private readonly List<CountedCell> _cells = [];
        private readonly Dictionary<int[], int> _classes = new(SameCells.Instance);
        private readonly List<int> _current = [];

        public IReadOnlyList<CountedCell> Cells => _cells;

        /// <summary>Each class of facts: the cells it is in, and how many facts it has.</summary>
        public IReadOnlyDictionary<int[], int> Classes => _classes;

        public void Note(CountedCell cell)
        {
            if (!_indexes.TryGetValue(cell, out var index))
            {
                _indexes.Add(cell, index = _cells.Count);
                _cells.Add(cell);
            }

            _current.Add(index);
        }

        /// <summary>The fact is over: what was noted since the last one are its cells.</summary>
        public void EndFact()
        {
            if (_current.Count == 0)
            {
                return;
            }

            int[] cells = [.. _current];
            _current.Clear();
            _classes[cells] = _classes.GetValueOrDefault(cells) + 1;
        }
    }

    private sealed class SameCells : IEqualityComparer<int[]>
    {
        public static readonly SameCells Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = new HashCode();
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
