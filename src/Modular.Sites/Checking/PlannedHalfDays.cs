using Modular.Contracts.Presence;

namespace Modular.Sites.Checking;

/// <summary>How many half-days a week the patterns of a station plan, taken over the weeks that they repeat in.</summary>
internal static class PlannedHalfDays
{
    private const int WeekdaysOfOneNameInAMonth = 4;

    /// <returns>In the fullest time between two changes of the patterns.</returns>
    public static int MostAWeek(PresenceDefinition presence, string station)
    {
        var patterns = presence.Patterns.Where(pattern => pattern.Station == station && !pattern.OnCall).ToList();
        var most = patterns.Select(begun => patterns.Where(pattern => IsOn(pattern, begun.From ?? DateOnly.MinValue)).Sum(pattern => AWeek(presence, pattern)));
        return (int)Math.Floor(most.DefaultIfEmpty().Max());
    }

    private static bool IsOn(PresencePattern pattern, DateOnly day) => (pattern.From ?? DateOnly.MinValue) <= day && day <= (pattern.To ?? DateOnly.MaxValue);

    private static decimal AWeek(PresenceDefinition presence, PresencePattern pattern) =>
        (decimal)pattern.Week.Values.Sum(day => HalfDaysOf(presence, day)) / Math.Max(1, pattern.Every) / (pattern.Nth is null ? 1 : WeekdaysOfOneNameInAMonth);

    /// <summary>Hours of their own count for each half-day that they meet, and for one at the least.</summary>
    private static int HalfDaysOf(PresenceDefinition presence, DayPresence day) => day.Hours is { } hours
        ? Math.Max(
            1,
            new[] { presence.Morning, presence.Afternoon }.Count(
                halfDay => hours.PassesMidnight ? hours.Start < halfDay.End : hours.Start < halfDay.End && halfDay.Start < hours.End))
        : day.HalfDays.Count;
}
