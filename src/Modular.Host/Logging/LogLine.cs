using System.Globalization;
using System.Text;

namespace Modular.Host.Logging;

/// <summary>One event, one line: the instant in UTC, the level, who says it, what.</summary>
internal static class LogLine
{
    public static string Of(DateTimeOffset at, LogLevel level, string category, string message, Exception? exception) => OneLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Word(level)} {category}: {message}{(exception is null ? "" : $" | {exception}")}"));

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "critical",
    };

    /// <summary>Line ends become bars, and no other control character reaches a terminal.</summary>
    private static string OneLine(string text)
    {
        if (!HasControl(text))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        line.AppendJoin(" | ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        for (var at = 0; at < line.Length; at++)
        {
            line[at] = char.IsControl(line[at]) ? ' ' : line[at];
        }

        return line.ToString();
    }

    private static bool HasControl(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\0', '\u001F') || text.ContainsAnyInRange('\u007F', '\u009F');
}
