using Modular.Contracts.Presence;
using Modular.Presence.Days;

namespace Modular.Presence.Occurrences;

internal static class PatternDays
{
    public static DayPresence? On(this PresencePattern pattern, DateOnly day) =>
        pattern.Covers(day) && pattern.IsOnInWeekOf(day) && pattern.IsOnInMonthAt(day) ? pattern.Week.GetValueOrDefault(day.DayOfWeek) : null;

    /// <summary>First and last day are both within.</summary>
    public static bool Covers(this PresencePattern pattern, DateOnly day) => !(day < pattern.From) && !(day > pattern.To);

    private static bool IsOnInWeekOf(this PresencePattern pattern, DateOnly day) =>
        pattern.Every <= 1
        || pattern.Anchor is not { } anchor
        || (IsoWeek.Of(day).Monday.DayNumber - IsoWeek.Of(anchor).Monday.DayNumber) / 7 % pattern.Every == 0;

    private static bool IsOnInMonthAt(this PresencePattern pattern, DateOnly day) => pattern.Nth switch
    {
        null => true,
        -1 => day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month),
        var nth => ((day.Day - 1) / 7) + 1 == nth,
    };
}
