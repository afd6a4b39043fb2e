using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Modular.Intake.Exchange;

/// <summary>One sheet, its first line kept in sight. A text is a text, whatever it begins with: nothing is written that a spreadsheet would run.</summary>
internal sealed class ExportedXlsx : IExportedTable
{
    private readonly Spreadsheet _spreadsheet;
    private readonly CancellationToken _cancellation;
    private readonly List<DataCell> _cells = [];

    private ExportedXlsx(Spreadsheet spreadsheet, CancellationToken cancellation) => (_spreadsheet, _cancellation) = (spreadsheet, cancellation);

    public static async Task<ExportedXlsx> OpenAsync(Stream file, CancellationToken cancellation)
    {
        var options = new SpreadCheetahOptions { DefaultDateTimeFormat = NumberFormat.Custom("yyyy-mm-dd") };
        var spreadsheet = await Spreadsheet.CreateNewAsync(file, options, cancellation);
        await spreadsheet.StartWorksheetAsync("situations", new WorksheetOptions { FrozenRows = 1 }, cancellation);
        return new ExportedXlsx(spreadsheet, cancellation);
    }

    public ValueTask WriteAsync(IReadOnlyList<object?> cells)
    {
        _cells.Clear();
        _cells.AddRange(cells.Select(cell => cell switch
        {
            DateOnly day => new DataCell(day.ToDateTime(TimeOnly.MinValue)),
            int number => new DataCell(number),
            decimal number => new DataCell(number),
            string { Length: > 0 } text => new DataCell(text),
            _ => default,
        }));
        return _spreadsheet.AddRowAsync(_cells, _cancellation);
    }

    public ValueTask EndAsync() => _spreadsheet.FinishAsync(_cancellation);

    public ValueTask DisposeAsync() => _spreadsheet.DisposeAsync();
}
