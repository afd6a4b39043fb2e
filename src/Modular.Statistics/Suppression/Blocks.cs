using Modular.Statistics.Figures;

namespace Modular.Statistics.Suppression;

/// <summary>Cells that can tell of one another: those of one unit. Facts that stand in the same cells are one class: a cell is a set of classes.</summary>
internal sealed class Blocks
{
    private readonly Dictionary<(string Unit, string? Summed), Block> _blocks = [];

    public IEnumerable<Block> All => _blocks.Values;

    public Block Of(string unit, string? summed = null)
    {
        if (!_blocks.TryGetValue((unit, summed), out var block))
        {
            _blocks.Add((unit, summed), block = new());
        }

        return block;
    }

    internal sealed class Block
    {
        private readonly Dictionary<TalliedCell, int> _indexes = [];
        private readonly List<TalliedCell> _cells = [];
        private readonly Dictionary<int[], int> _classes = new(SameCells.Instance);
        private readonly List<int> _current = [];

        public IReadOnlyList<TalliedCell> Cells => _cells;

        /// <summary>Each class of facts: the cells it stands in, and how many facts it has.</summary>
        public IReadOnlyDictionary<int[], int> Classes => _classes;

        public void Note(TalliedCell cell)
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
