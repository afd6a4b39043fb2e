using Modular.Contracts.Presence;

namespace Modular.Sites.Checking;

/// <summary>The days on which a pattern is on.</summary>
internal static class PatternCalendar
{
    /// <summary>As long as weeks and months take to meet in every way.</summary>
    public const int MostDays = 28 * 366;

    /// <summary>A Monday at which to begin with patterns that always were.</summary>
    public static readonly DateOnly Always = new(2024, 1, 1);

    /// <summary>The calendar's own ends, with as many days beside them as are looked at around a day.</summary>
    public static readonly (DateOnly First, DateOnly Last) Bounds = (DateOnly.MinValue.AddDays(7), DateOnly.MaxValue.AddDays(-14));

    /// <summary>Whether its days can be told: every so many weeks from no day on is another check's fault.</summary>
    public static bool IsKnown(PresencePattern pattern) => pattern.Every == 1 || (pattern.Every > 1 && pattern.Anchor is not null);

    public static bool IsWeekly(PresencePattern pattern) => pattern is { Every: 1, Nth: null };

    /// <returns>What is held on the day, or null.</returns>
    public static DayPresence? On(PresencePattern pattern, DateOnly day) =>
        pattern.Week.TryGetValue(day.DayOfWeek, out var held)
        && (pattern.From is null || day >= pattern.From)
        && (pattern.To is null || day <= pattern.To)
        && (pattern.Every == 1 || (Monday(day).DayNumber - Monday(pattern.Anchor!.Value).DayNumber) / 7 % pattern.Every == 0)
        && (pattern.Nth is not { } nth || (nth < 0 ? day.AddDays(7).Month != day.Month : (day.Day - 1) / 7 + 1 == nth))
            ? held
            : null;

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
