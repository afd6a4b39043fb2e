using System.Globalization;
using Modular.Contracts.Answers;

namespace Modular.Forms;

/// <summary>The least or greatest value of a field, as forms write it: a number; for a date a day, <c>today</c> or a date field before it.</summary>
public static class RangeLimit
{
    public const string Today = "today";

    internal const string DayFormat = "yyyy-MM-dd";

    public static decimal? Number(string? bound) => decimal.TryParse(bound, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Day(string? bound) =>
        DateOnly.TryParseExact(bound, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static DateOnly? Day(string? bound, DateOnly today, AnswerSet context) => bound switch
    {
        null => null,
        Today => today,
        _ => Day(bound) ?? context.Date(bound),
    };
}
