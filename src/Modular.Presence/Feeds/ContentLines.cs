using System.Globalization;
using System.Text;

namespace Modular.Presence.Feeds;

/// <summary>The content lines of RFC 5545: CRLF, folded at 75 octets without cutting a character.</summary>
internal sealed class ContentLines
{
    private const int MostOctets = 75;

    private readonly StringBuilder _text = new();

    public ContentLines Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A line of the type TEXT: backslash, semicolon, comma and line ends are escaped.</summary>
    public ContentLines AddText(string name, string value) => Add(name, Escaped(value));

    public ContentLines AddInstant(string name, DateTimeOffset instant) =>
        Add(name, instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>Hours of the wall clock in a zone that has its VTIMEZONE.</summary>
    public ContentLines AddLocal(string name, string zone, DateTimeOffset local) => Add($"{name};TZID={zone}", Wall(local.DateTime));

    public ContentLines AddDay(string name, DateOnly day) => Add($"{name};VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    public static string Wall(DateTime local) => local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\n", StringComparison.Ordinal);
}
