using Modular.Contracts.Presence;
using Modular.Presence.Days;
using Modular.Sites;

namespace Modular.Presence.Occurrences;

/// <summary>What the pattern says, before anybody said otherwise.</summary>
internal static class PatternExpansion
{
    /// <summary>The occurrences that begin between two days, both included, in order of start. Two lines that say the same thing say it once.</summary>
    public static IReadOnlyList<Occurrence> Between(LoadedSite site, DateOnly first, DateOnly last)
    {
        var zone = site.Zone;
        var occurrences =
            from day in Enumerable.Range(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(DateOnly.FromDayNumber)
            let holiday = PublicHolidays.On(day, site.Definition.Holidays)
            from pattern in site.Presence.Patterns
            let held = pattern.On(day)
            where held is not null
            from part in DayPartsOf(held, pattern.OnCall, site.Presence)
            select At(site.Presence, zone, new OccurrenceId(site.Id, pattern.Post, pattern.Station, day, part.DayPart), part.Hours).Closed(
                site.Presence, holiday);
        return [.. occurrences.DistinctBy(occurrence => occurrence.Id).OrderBy(occurrence => occurrence.Start)];
    }

    public static Occurrence At(PresenceDefinition presence, TimeZoneInfo zone, OccurrenceId id, TimeRange hours)
    {
        var (start, end) = zone.Span(id.Day, hours);
        return new Occurrence { Id = id, Hours = hours, Start = start, End = end, CountsFor = CountsFor(presence, id.DayPart, hours) };
    }

    public static TimeRange HoursOf(this PresenceDefinition presence, HalfDay halfDay) => halfDay == HalfDay.Morning ? presence.Morning : presence.Afternoon;

    private static Occurrence Closed(this Occurrence occurrence, PresenceDefinition presence, string? holiday) =>
        holiday is null || occurrence.OnCall || (occurrence.Station is { } station && presence.OpenOnHolidays.Contains(station))
            ? occurrence
            : occurrence with { State = PresenceState.Holiday, Holiday = holiday };

    private static IEnumerable<(DayPart DayPart, TimeRange Hours)> DayPartsOf(DayPresence held, bool onCall, PresenceDefinition presence) =>
        held.Hours is { } hours
            ? [(DayPart.At(hours.Start, onCall), hours)]
            : held.HalfDays.Select(halfDay => (onCall ? DayPart.At(presence.HoursOf(halfDay).Start, true) : DayPart.Of(halfDay), presence.HoursOf(halfDay)));

    /// <summary>Each half-day of which they cover a half, and at the least the one they begin in: an evening is an afternoon.</summary>
    private static IReadOnlyList<HalfDay> CountsFor(PresenceDefinition presence, DayPart part, TimeRange hours)
    {
        if (part.OnCall)
        {
            return [];
        }

        if (part.HalfDay is { } named)
        {
            return [named];
        }

        List<HalfDay> covered = [.. Enum.GetValues<HalfDay>().Where(halfDay => Covers(hours, presence.HoursOf(halfDay)))];
        return covered.Count > 0 ? covered : [hours.Start < presence.Morning.End ? HalfDay.Morning : HalfDay.Afternoon];
    }

    private static bool Covers(TimeRange hours, TimeRange halfDay)
    {
        var shared = Math.Min(EndTicks(hours), EndTicks(halfDay)) - Math.Max(hours.Start.Ticks, halfDay.Start.Ticks);
        return Math.Max(0, shared) * 2 >= EndTicks(halfDay) - halfDay.Start.Ticks;
    }

    private static long EndTicks(TimeRange hours) => hours.End.Ticks + (hours.PassesMidnight ? TimeSpan.TicksPerDay : 0);
}
