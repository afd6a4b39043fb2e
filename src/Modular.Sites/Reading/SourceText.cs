using System.Buffers;
using System.Text;

namespace Modular.Sites.Reading;

/// <summary>A UTF-8 file, and the line and column of each of its bytes.</summary>
internal sealed class SourceText
{
    private const int MostBytes = 2_000_000;

    private readonly byte[] _bytes;
    private readonly int[] _lineStarts;

    public SourceText(byte[] bytes)
    {
        _bytes = bytes;
        _lineStarts = [HasMark ? 3 : 0, .. Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '\n').Select(i => i + 1)];
    }

    /// <summary>The file's text, or null beside the fault that says why there is none: too large, or in another encoding than UTF-8.</summary>
    public static SourceText? Read(string file, byte[] bytes, Faults faults)
    {
        if (bytes.Length > MostBytes)
        {
            faults.Add(file, Position.WholeFile, $"The file is larger than {MostBytes / 1_000_000} MB.");
            return null;
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, _, 0, ..] or [0, _, 0, not 0, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            faults.Add(file, Position.WholeFile, $"The file is in UTF-16 or UTF-32. Save it as UTF-8.");
            return null;
        }

        var source = new SourceText(bytes);
        if (FirstForeignByte(bytes) is { } foreign)
        {
            faults.Add(file, source.At(foreign), $"This byte is not UTF-8: the file seems to be in Windows-1252 or ISO-8859-1. Save it as UTF-8.");
            return null;
        }

        return source;
    }

    public string Text => Encoding.UTF8.GetString(Content);

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

    private static int? FirstForeignByte(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var length) != OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return null;
    }
}
