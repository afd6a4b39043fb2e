using System.Globalization;
using Modular.Contracts.Presence;
using Modular.Sites.Reading;

namespace Modular.Sites.Shapes;

/// <summary>The values that files are made of, by the words in which a shape says them.</summary>
internal static class ValueShapes
{
    /// <summary>Of sites, stations, posts and funders: used in addresses.</summary>
    public static readonly TextShape Identifier = new(40, "^[a-z0-9][a-z0-9-]*$", $"an identifier has lower-case letters, digits and hyphens");

    /// <summary>Of fields, codes, figures and dimensions: used in columns and templates.</summary>
    public static readonly TextShape Name = new(60, "^[a-z0-9][a-z0-9_]*$", $"a name has lower-case letters, digits and underscores");

    /// <summary>The name of a field, or of a part of a person block: <c>person.birth_date</c>.</summary>
    public static readonly TextShape Field = new(
        120, "^[a-z0-9][a-z0-9_]*([.][a-z0-9_]+)?$",
        $"a field is named by lower-case letters, digits and underscores, a part of a person as person.birth_date");

    public static readonly FlagShape Flag = new();

    public static readonly ParsedShape<DateOnly> Day = new(
        text => (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), day),
        $"a day written 2026-11-23",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

    public static readonly ParsedShape<TimeOnly> Hour = new(
        text => (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour), hour),
        $"an hour written 07:00",
        "^[0-2][0-9]:[0-5][0-9]$");

    public static readonly ParsedShape<TimeRange> Hours = new(
        text => (TimeRange.TryParse(text, out var range), range),
        $"a range of hours written 09:00-12:00",
        "^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$");

    public static readonly ParsedShape<string> Zone = new(
        text => (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId && text.Contains('/', StringComparison.Ordinal), text),
        $"a time zone by its IANA name, such as Europe/Paris or Indian/Reunion");

    public static TextShape Text(int most = 2000) => new(most);

    public static ListShape<T> ListOf<T>(Shape<T> item) => new(item);

    public static ListShape<T> SomeOf<T>(Shape<T> item) => new(item, least: 1);

    public static ListShape<T> OneOrMore<T>(Shape<T> item) => new(item, least: 1, alone: true);

    public static WordShape<T> Word<T>()
        where T : struct, Enum => new(SnakeCase.Names<T>());
}
