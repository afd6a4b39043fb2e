using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Modular.Intake.Exchange;

/// <summary>A table read from a CSV file (separated by <c>;</c>, <c>,</c> or tab) or from the first sheet of an XLSX file.</summary>
internal sealed record Spreadsheet(IReadOnlyList<string> Header, IReadOnlyList<SpreadsheetRow> Rows)
{
    private static readonly ExcelReaderConfiguration Configuration;

    // What is not UTF-8 comes from a French Windows: the configuration names its code page as soon as it is made.
    static Spreadsheet()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Configuration = new() { AutodetectSeparators = [';', ',', '\t'] };
    }

    public static Spreadsheet Read(string file)
    {
        using var stream = File.OpenRead(file);
        try
        {
            using var reader = Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
                ? ExcelReaderFactory.CreateOpenXmlReader(stream, Configuration)
                : ExcelReaderFactory.CreateCsvReader(stream, Configuration);
            var rows = new List<SpreadsheetRow>();
            for (var line = 1; reader.Read(); line++)
            {
                rows.Add(new SpreadsheetRow(line, [.. Enumerable.Range(0, reader.FieldCount).Select(column => Spell(reader.GetValue(column)))]));
            }

            return rows is [{ IsEmpty: false } header, ..]
                ? new Spreadsheet(header.Cells, rows[1..])
                : throw new InvalidDataException("the table is empty: its first line names the columns");
        }
        catch (ExcelReaderException exception)
        {
            throw new InvalidDataException("this is no readable table: save it as CSV (UTF-8) or XLSX", exception);
        }
    }

    private static string Spell(object? value) => value switch
    {
        null => "",
        DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()?.Trim() ?? "",
    };
}

internal sealed record SpreadsheetRow(int Line, IReadOnlyList<string> Cells)
{
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
