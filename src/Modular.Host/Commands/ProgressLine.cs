using Modular.Intake.Exchange;

namespace Modular.Host.Commands;

/// <summary>One line that tells how far a command is, written anew each time and gone at the end; nothing where nobody watches.</summary>
internal sealed class ProgressLine(Terminal terminal) : IProgress<ImportProgress>, IProgress<int>, IDisposable
{
    private int _width;

    public void Report(ImportProgress value) =>
        Show(value.Of is { } of ? $"{value.Rows} of {of} rows brought in" : $"{value.Rows} rows read");

    public void Report(int value) => Show($"{value} situations written");

    public void Dispose()
    {
        if (_width > 0)
        {
            terminal.Error.Write($"\r{new string(' ', _width)}\r");
        }
    }

    private void Show(string text)
    {
        if (terminal.IsWatched)
        {
            terminal.Error.Write($"\r{text.PadRight(_width)}");
            _width = text.Length;
        }
    }
}
