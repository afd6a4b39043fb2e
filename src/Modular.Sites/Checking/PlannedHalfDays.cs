using Modular.Contracts.Presence;

namespace Modular.Sites.Checking;

/// <summary>
/// How many half-days the patterns of a station plan in their fullest week. No mean of several weeks: the promise is each week's, and a period may hold more of
/// the full weeks than of the others.
/// </summary>
internal static class PlannedHalfDays
{
    private const int DaysOfAWeek = 7;

    /// <returns>The half-days, and the Monday of the first week that has as many; null when the station has no pattern.</returns>
    public static (int HalfDays, DateOnly Monday)? InFullestWeek(PresenceDefinition presence, string station)
    {
        var patterns = presence.Patterns.Where(pattern => pattern.Station == station && !pattern.OnCall && PatternCalendar.IsKnown(pattern)).ToList();
        // A pattern that begins within a week is on in a part of it only: the next one is whole.
        var days = patterns.TrueForAll(PatternCalendar.IsWeekly) ? 2 * DaysOfAWeek : PatternCalendar.MostDays;
        var begins = patterns.Select(begun => begun.From ?? BeforeAnyEnd(patterns, days)).Distinct().Order();
        var coming = new Queue<PresencePattern>(patterns.OrderBy(pattern => pattern.From ?? DateOnly.MinValue));
        List<PresencePattern> current = [];
        (int HalfDays, DateOnly Monday)? fullest = null;
        foreach (var monday in Mondays(begins, days))
        {
            // A calendar may be typed date by date: of many patterns, few are on in one week.
            current.RemoveAll(pattern => pattern.To < monday);
            while (coming.TryPeek(out var next) && !(next.From > monday.AddDays(DaysOfAWeek - 1)))
            {
                current.Add(coming.Dequeue());
            }

            if (InWeek(presence, current, monday) is var planned && (fullest is null || planned > fullest.Value.HalfDays))
            {
                fullest = (planned, monday);
            }
        }

        return fullest;
    }

    /// <summary>A day from which on patterns that always were are looked at: before the first of them ends.</summary>
    private static DateOnly BeforeAnyEnd(List<PresencePattern> patterns, int days) =>
        patterns.Min(pattern => pattern.To) is { } end && end.DayNumber - days < PatternCalendar.Always.DayNumber
            ? DateOnly.FromDayNumber(Math.Max(0, end.DayNumber - days))
            : PatternCalendar.Always;

    /// <summary>The weeks that follow each of the begins, each once, in order.</summary>
    private static IEnumerable<DateOnly> Mondays(IEnumerable<DateOnly> begins, int days)
    {
        var looked = int.MinValue;
        foreach (var from in begins)
        {
            var last = Math.Min(from.DayNumber + days - DaysOfAWeek, PatternCalendar.Bounds.Last.DayNumber);
            for (var monday = Math.Max(PatternCalendar.Monday(from).DayNumber, looked); monday <= last; monday += DaysOfAWeek)
            {
                yield return DateOnly.FromDayNumber(monday);
                looked = monday + DaysOfAWeek;
            }
        }
    }

    private static int InWeek(PresenceDefinition presence, List<PresencePattern> patterns, DateOnly monday) =>
        Enumerable.Range(0, DaysOfAWeek).Select(monday.AddDays)
            .Sum(day => patterns.Sum(pattern => PatternCalendar.On(pattern, day) is { } held ? HalfDaysOf(presence, held) : 0));

    /// <summary>Hours of their own count for each half-day that they meet, and for one at the least.</summary>
    private static int HalfDaysOf(PresenceDefinition presence, DayPresence day) => day.Hours is { } hours
        ? Math.Max(
            1,
            new[] { presence.Morning, presence.Afternoon }.Count(
                halfDay => hours.PassesMidnight ? hours.Start < halfDay.End : hours.Start < halfDay.End && halfDay.Start < hours.End))
        : day.HalfDays.Count;
}
