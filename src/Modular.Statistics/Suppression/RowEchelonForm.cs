namespace Modular.Statistics.Suppression;

/// <summary>
/// What published columns say of hidden ones: the matrix in reduced row echelon form, its pivots in published columns as far as they go. A row whose pivot
/// is hidden ("free") is zero in every published column: it is a way the hidden numbers may move while all that is published stays.
/// </summary>
internal sealed class RowEchelonForm
{
    /// <summary>Entries beyond this stand for fractions.</summary>
    private const long GreatestEntry = 1000;

    private readonly List<(ulong[] Row, int Pivot)> _rows = [];
    private readonly List<int> _published;
    private readonly bool[] _isPublished;

    /// <summary>Where each column is in the rows.</summary>
    private readonly int[] _at;

    /// <param name="published">The published columns, those to be hidden first in front.</param>
    public RowEchelonForm(ulong[][] matrix, IReadOnlyList<int> published)
    {
        _published = [.. published];
        var columns = matrix.Length == 0 ? 0 : matrix[0].Length;
        _isPublished = new bool[columns];
        foreach (var column in published)
        {
            _isPublished[column] = true;
        }

        int[] order = [.. published, .. Enumerable.Range(0, columns).Where(column => !_isPublished[column])];
        _at = new int[columns];
        foreach (var (position, column) in order.Index())
        {
            _at[column] = position;
        }

        // In the order in which pivots are sought, so that nothing but zeros lies before the pivot.
        var left = matrix.Select(row => Array.ConvertAll(order, column => row[column])).ToList();
        for (var position = 0; position < columns; position++)
        {
            var row = left.Find(row => row[position] != 0);
            if (row is null)
            {
                continue;
            }

            left.Remove(row);
            Normalise(row, position, from: position);
            foreach (var other in left)
            {
                Clear(other, row, position, from: position);
            }

            foreach (var (other, _) in _rows)
            {
                Clear(other, row, position, from: position);
            }

            _rows.Add((row, order[position]));
        }
    }

    /// <summary>Whether the published columns give this one away.</summary>
    public bool Tells(int column) => _isPublished[column] || !Free.Any(row => row[_at[column]] != 0);

    /// <summary>The published columns of which one must be hidden to loosen this one.</summary>
    public IReadOnlyList<int> RelatedTo(int column)
    {
        var moving = Free.Where(row => row[_at[column]] != 0).ToList();
        var together = Enumerable.Range(0, _isPublished.Length).Where(other => other == column || moving.Exists(row => row[_at[other]] != 0)).ToList();
        return [.. _rows.Where(row => _isPublished[row.Pivot] && together.Exists(other => row.Row[_at[other]] != 0)).Select(row => row.Pivot)];
    }

    /// <summary>The column is hidden from now on.</summary>
    public void Withdraw(int column)
    {
        _isPublished[column] = false;
        _published.Remove(column);
        var at = _rows.FindIndex(row => row.Pivot == column);
        if (at < 0)
        {
            return;
        }

        var row = _rows[at].Row;
        var pivot = _published.FindIndex(other => row[_at[other]] != 0);
        if (pivot < 0)
        {
            return;
        }

        pivot = _published[pivot];
        Normalise(row, _at[pivot], from: 0);
        foreach (var (other, _) in _rows.Where((_, index) => index != at))
        {
            Clear(other, row, _at[pivot], from: 0);
        }

        _rows[at] = (row, pivot);
    }

    /// <summary>How the hidden numbers may move: each step is 1 in a column where all others are 0.</summary>
    public IReadOnlyList<(long[] Step, int Pivot)> Steps() =>
    [
        .. _rows.Where(row => !_isPublished[row.Pivot])
            .Select(row => (Step: Array.ConvertAll(_at, position => PrimeField.Signed(row.Row[position])), row.Pivot))
            .Where(step => Array.TrueForAll(step.Step, entry => Math.Abs(entry) <= GreatestEntry)),
    ];

    private IEnumerable<ulong[]> Free => _rows.Where(row => !_isPublished[row.Pivot]).Select(row => row.Row);

    private static void Normalise(ulong[] row, int pivot, int from) => PrimeField.Multiply(row.AsSpan(from), PrimeField.Inverse(row[pivot]));

    private static void Clear(ulong[] row, ulong[] with, int pivot, int from)
    {
        if (row[pivot] != 0)
        {
            PrimeField.Add(row.AsSpan(from), with.AsSpan(from), PrimeField.Value - row[pivot]);
        }
    }
}
