using System.Buffers;
using System.Text;

namespace Modular.Sites.Reading;

/// <summary>A UTF-8 file, and the line and column of each of its bytes.</summary>
internal sealed class SourceText
{
    private readonly byte[] _bytes;
    private readonly int[] _lineStarts;

    public SourceText(byte[] bytes)
    {
        _bytes = bytes;
        _lineStarts = [HasMark ? 3 : 0, .. Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '\n').Select(i => i + 1)];
    }

    public int Start => _lineStarts[0];

    public ReadOnlySpan<byte> Content => _bytes.AsSpan(Start);

    private bool HasMark => _bytes is [0xEF, 0xBB, 0xBF, ..];

    /// <param name="offset">Counted from the file's first byte.</param>
    public Position At(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return AtByteOfLine(line, offset - _lineStarts[line]);
    }

    /// <returns>Null at the end of the file.</returns>
    public Rune? CharacterAt(int line, int bytesIntoLine)
    {
        var rest = _bytes.AsSpan(Math.Min(_lineStarts[Math.Min(line, _lineStarts.Length - 1)] + bytesIntoLine, _bytes.Length));
        return Rune.DecodeFromUtf8(rest, out var character, out _) == OperationStatus.Done ? character : null;
    }

    /// <summary>Columns count characters as an editor does, not bytes.</summary>
    public Position AtByteOfLine(int line, int bytesIntoLine)
    {
        var start = _lineStarts[Math.Min(line, _lineStarts.Length - 1)];
        var length = Math.Clamp(bytesIntoLine, 0, _bytes.Length - start);
        return new Position(line + 1, Encoding.UTF8.GetCharCount(_bytes, start, length) + 1);
    }
}
