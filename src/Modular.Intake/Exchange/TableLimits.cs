using System.Text;

namespace Modular.Intake.Exchange;

/// <summary>How much of a table is read before it is refused: what a person keeps is far below, and what exhausts the machine far above.</summary>
internal static class TableLimits
{
    /// <summary>As many as a sheet of a spreadsheet has.</summary>
    public const int Rows = 1_048_576;

    public const int Columns = 1000;

    /// <summary>As many as a cell of a spreadsheet holds.</summary>
    public const int CellCharacters = 32_767;

    /// <summary>The texts that an XLSX file keeps in one place are held while its rows are read.</summary>
    public const int Texts = 1_000_000;

    public const int TextCharacters = 30_000_000;

    private const long Mebibyte = 1024 * 1024;
    private const long XlsxBytes = 100 * Mebibyte;
    private const long CsvBytes = 1024 * Mebibyte;

    /// <summary>Sheets are packed to a tenth or a twentieth of their size.</summary>
    private const long Packing = 250;

    private const string Anew = "open it in a spreadsheet, and save it as CSV (UTF-8)";

    public static void CheckFile(long bytes, bool isPacked)
    {
        var most = isPacked ? XlsxBytes : CsvBytes;
        if (bytes > most)
        {
            var otherwise = isPacked ? "save it as CSV (UTF-8), or " : "";
            throw Refused($"this file has more than {most / Mebibyte} MiB: {otherwise}split it into several files");
        }
    }

    /// <summary>How much a file may unpack to.</summary>
    public static long Unpacked(long bytes) => Math.Clamp(bytes * Packing, 64 * Mebibyte, 2048 * Mebibyte);

    public static UnreadableTableException UnpacksToTooMuch() => Refused($"this file unpacks to far more than its size: {Anew}");

    public static UnreadableTableException TooManyTexts() => Refused($"this file holds more different texts than are read from XLSX: {Anew}");

    public static UnreadableTableException OutOfOrder(int line) => new(line, 1, $"the rows and cells of this sheet are not in order: {Anew}");

    public static void CheckRows(int rows, int line)
    {
        if (rows > Rows)
        {
            throw new UnreadableTableException(line, 1, $"a table has {Rows} rows at most: split it into several files");
        }
    }

    public static void CheckColumn(int line, int column)
    {
        if (column > Columns)
        {
            throw new UnreadableTableException(line, column, $"something stands beyond column {Columns}, the last that is read: delete what is there");
        }
    }

    public static void Append(StringBuilder cell, ReadOnlySpan<char> text, int line, int column)
    {
        if (cell.Length + text.Length > CellCharacters)
        {
            throw new UnreadableTableException(
                line, column, $"this cell has more than {CellCharacters} characters: shorten it, or close a quotation mark (\") that is left open");
        }

        cell.Append(text);
    }

    private static UnreadableTableException Refused(string sentence) => new(1, 1, sentence);
}
