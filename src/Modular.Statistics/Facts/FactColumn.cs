namespace Modular.Statistics.Facts;

/// <summary>What the facts of a unit answer to one question, or say of one measure: a small integer for each, the number of one of its values.</summary>
public sealed class FactColumn
{
    private readonly Array _rows;

    private FactColumn(IReadOnlyList<int[]> values, Array rows) => (Values, _rows) = (values, rows);

    /// <summary>Identifiers of the answers that are given together, in their order; of a measure, its number. The first is empty: nothing was given.</summary>
    public IReadOnlyList<int[]> Values { get; }

    public long Bytes => Buffer.ByteLength(_rows);

    /// <summary>In the fewest bytes that can number the values.</summary>
    internal static FactColumn Of(IReadOnlyList<int[]> values, ReadOnlySpan<int> rows)
    {
        Array narrow = values.Count switch
        {
            <= byte.MaxValue + 1 => new byte[rows.Length],
            <= ushort.MaxValue + 1 => new ushort[rows.Length],
            _ => new int[rows.Length],
        };
        for (var row = 0; row < rows.Length; row++)
        {
            switch (narrow)
            {
                case byte[] bytes:
                    bytes[row] = (byte)rows[row];
                    break;
                case ushort[] shorts:
                    shorts[row] = (ushort)rows[row];
                    break;
                default:
                    ((int[])narrow)[row] = rows[row];
                    break;
            }
        }

        return new(values, narrow);
    }

    /// <summary>The value of one row.</summary>
    public int At(int row) => _rows switch
    {
        byte[] bytes => bytes[row],
        ushort[] shorts => shorts[row],
        _ => ((int[])_rows)[row],
    };

    /// <summary>The values of as many rows as there is room for.</summary>
    public void Read(int from, Span<int> into)
    {
        switch (_rows)
        {
            case byte[] bytes:
                Widen(bytes.AsSpan(from, into.Length), into);
                break;
            case ushort[] shorts:
                Widen(shorts.AsSpan(from, into.Length), into);
                break;
            default:
                ((int[])_rows).AsSpan(from, into.Length).CopyTo(into);
                break;
        }
    }

    private static void Widen(ReadOnlySpan<byte> narrow, Span<int> into)
    {
        for (var row = 0; row < into.Length; row++)
        {
            into[row] = narrow[row];
        }
    }

    private static void Widen(ReadOnlySpan<ushort> narrow, Span<int> into)
    {
        for (var row = 0; row < into.Length; row++)
        {
            into[row] = narrow[row];
        }
    }
}
