using System.Xml;

namespace Modular.Intake.Exchange;

/// <summary>A table read row by row, from CSV or from the first sheet that an XLSX file shows; its first line names the columns.</summary>
internal sealed class ImportedTable : IDisposable
{
    private readonly IEnumerator<ImportedRow> _rows;

    private ImportedTable(IEnumerator<ImportedRow> rows) => (_rows, Header) = (rows, []);

    public IReadOnlyList<string> Header { get; private set; }

    /// <summary>The rows below the first line that have something in them; read once.</summary>
    public IEnumerable<ImportedRow> Rows
    {
        get
        {
            for (var rows = 1; Next(); rows++)
            {
                TableLimits.CheckRows(rows, _rows.Current.Line);
                yield return _rows.Current;
            }
        }
    }

    /// <param name="file">Left open; read from its beginning.</param>
    /// <param name="name">What it is called.</param>
    /// <exception cref="UnreadableTableException">It cannot be read, or goes beyond a limit; so do its rows.</exception>
    public static ImportedTable Open(FileStream file, string name)
    {
        file.Position = 0;
        Span<byte> start = stackalloc byte[4];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var isPacked = start[..length].StartsWith("PK"u8) || name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        TableLimits.CheckFile(file.Length, isPacked);
        var isOldExcel = start.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
        var rows = isOldExcel ? throw UnreadableTableException.NoTable() : isPacked ? XlsxRows.Read(file) : CsvRows.Read(file);
        var table = new ImportedTable(rows.GetEnumerator());
        try
        {
            table.Header = table.Next() && table._rows.Current is { Line: 1 } header
                ? header.Cells
                : throw new UnreadableTableException(1, 1, "the table is empty: its first line names the columns");
            return table;
        }
        catch (UnreadableTableException)
        {
            table.Dispose();
            throw;
        }
    }

    public void Dispose() => _rows.Dispose();

    private bool Next()
    {
        try
        {
            return _rows.MoveNext();
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or FormatException or OverflowException)
        {
            throw UnreadableTableException.NoTable();
        }
    }
}

/// <param name="Line">Counted from 1, as a spreadsheet does.</param>
/// <param name="Cells">Without the empty ones at its end.</param>
/// <param name="Faults">By column, counted from 1: cells that say nothing.</param>
internal sealed record ImportedRow(int Line, IReadOnlyList<string> Cells, IReadOnlyList<(int Column, string Sentence)> Faults);

internal sealed class UnreadableTableException(int line, int column, string sentence) : Exception(sentence)
{
    public int Line => line;

    public int Column => column;

    public static UnreadableTableException NoTable() => new(1, 1, "this is no readable table: save it as CSV (UTF-8) or XLSX");
}
