using System.Globalization;
using System.Text;

namespace Modular.Intake.Exchange;

/// <summary>Only codes, days and numbers are written: none begins with a sign that a spreadsheet would run.</summary>
internal sealed class ExportedCsv(Stream file) : IExportedTable
{
    private readonly StreamWriter _text = new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public async ValueTask WriteAsync(IReadOnlyList<object?> cells) => await _text.WriteLineAsync(string.Join(';', cells.Select(Spell)));

    public async ValueTask EndAsync() => await _text.FlushAsync();

    public ValueTask DisposeAsync() => _text.DisposeAsync();

    private static string? Spell(object? cell) => cell is DateOnly day
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Convert.ToString(cell, CultureInfo.InvariantCulture);
}
