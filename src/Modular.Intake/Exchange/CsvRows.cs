using System.Text;

namespace Modular.Intake.Exchange;

/// <summary>Cells between <c>;</c>, <c>,</c> or tab, in UTF-8, UTF-16 or what a French Windows writes.</summary>
internal sealed class CsvRows
{
    private const int EndOfFile = -1;
    private const char Quote = '"';

    private readonly StreamReader _text;
    private readonly char[] _buffer = new char[32 * 1024];
    private readonly char _separator;
    private readonly StringBuilder _cell = new();
    private int _length;
    private int _at;

    static CsvRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private CsvRows(StreamReader text)
    {
        _text = text;
        _length = text.ReadBlock(_buffer);
        _separator = SeparatorOf(_buffer.AsSpan(0, _length));
    }

    public static IEnumerable<ImportedRow> Read(Stream file)
    {
        using var text = new StreamReader(file, EncodingOf(file), detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        var csv = new CsvRows(text);
        for (var line = 1; csv.Peek() != EndOfFile; line++)
        {
            if (csv.ReadRow(line) is { Count: > 0 } cells)
            {
                yield return new ImportedRow(line, cells, []);
            }
        }
    }

    private List<string> ReadRow(int line)
    {
        List<string> cells = [];
        for (var column = 1; ; column++)
        {
            var hasMore = ReadCell(line, column);
            if (_cell.ToString().Trim() is { Length: > 0 } cell)
            {
                TableLimits.CheckColumn(line, column);
                cells.AddRange(Enumerable.Repeat("", column - 1 - cells.Count));
                cells.Add(cell);
            }

            if (!hasMore)
            {
                return cells;
            }
        }
    }

    /// <returns>Whether another cell of the row follows.</returns>
    private bool ReadCell(int line, int column)
    {
        _cell.Clear();
        if (Peek() == Quote)
        {
            Next();
            ReadQuoted(line, column);
        }

        while (true)
        {
            var next = Next();
            if (next == _separator)
            {
                return true;
            }

            if (next is EndOfFile or '\n' or '\r')
            {
                if (next == '\r' && Peek() == '\n')
                {
                    Next();
                }

                return false;
            }

            TableLimits.Append(_cell, [(char)next], line, column);
        }
    }

    private void ReadQuoted(int line, int column)
    {
        while (Next() is var next && (next != Quote || Peek() == Quote))
        {
            if (next == EndOfFile)
            {
                throw new UnreadableTableException(line, column, "a quotation mark (\") is opened in this cell and never closed: close it, or take it out");
            }

            if (next == Quote)
            {
                Next();
            }

            TableLimits.Append(_cell, [(char)next], line, column);
        }
    }

    private int Peek()
    {
        if (_at == _length)
        {
            (_at, _length) = (0, _text.ReadBlock(_buffer));
        }

        return _at == _length ? EndOfFile : _buffer[_at];
    }

    private int Next()
    {
        var next = Peek();
        _at += next == EndOfFile ? 0 : 1;
        return next;
    }

    /// <summary>The first of them that stands in the first line, outside quotation marks: a comma may be part of a question.</summary>
    private static char SeparatorOf(ReadOnlySpan<char> start)
    {
        var (isQuoted, found) = (false, new HashSet<char>());
        foreach (var c in start)
        {
            if (c is '\n' or '\r' && !isQuoted)
            {
                break;
            }

            isQuoted ^= c == Quote;
            if (!isQuoted)
            {
                found.Add(c);
            }
        }

        return found.Contains(';') ? ';' : found.Contains('\t') ? '\t' : ',';
    }

    /// <summary>What is not UTF-8 comes from a French Windows. A mark at its beginning says more, and is heeded by whoever reads it.</summary>
    private static Encoding EncodingOf(Stream file)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, chars) = (new byte[64 * 1024], new char[64 * 1024 + 1]);
        try
        {
            int length;
            do
            {
                length = file.Read(bytes);
                decoder.GetChars(bytes, 0, length, chars, 0, flush: length == 0);
            }
            while (length > 0);

            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252);
        }
        finally
        {
            file.Position = 0;
        }
    }
}
