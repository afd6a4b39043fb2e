using Modular.Contracts.Presence;
using Modular.Presence.Days;
using Modular.Sites;

namespace Modular.Presence.Occurrences;

/// <summary>What the pattern says, before anybody said otherwise.</summary>
internal static class Expansion
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
            from slot in SlotsOf(held, pattern.OnCall, site.Presence)
            select At(site.Presence, zone, new OccurrenceId(site.Id, pattern.Post, pattern.Station, day, slot.Slot), slot.Hours).Closed(site.Presence, holiday);
        return [.. occurrences.DistinctBy(occurrence => occurrence.Id).OrderBy(occurrence => occurrence.Start)];
    }

    public static Occurrence At(PresenceDefinition presence, TimeZoneInfo zone, OccurrenceId id, TimeRange hours)
    {
        var (start, end) = zone.Span(id.Day, hours);
        return new Occurrence { Id = id, Hours = hours, Start = start, End = end, CountsFor = CountsFor(presence, id.Slot, hours) };
    }

    public static TimeRange HoursOf(this PresenceDefinition presence, HalfDay halfDay) => halfDay == HalfDay.Morning ? presence.Morning : presence.Afternoon;

    private static Occurrence Closed(this Occurrence occurrence, PresenceDefinition presence, string? holiday) =>
        holiday is null || occurrence.OnCall || (occurrence.Station is { } station && presence.OpenOnHolidays.Contains(station))
            ? occurrence
            : occurrence with { State = PresenceState.Holiday, Holiday = holiday };

    private static IEnumerable<(Slot Slot, TimeRange Hours)> SlotsOf(DayPresence held, bool onCall, PresenceDefinition presence) =>
        held.Hours is { } hours
            ? [(Slot.At(hours.Start, onCall), hours)]
            : held.HalfDays.Select(halfDay => (onCall ? Slot.At(presence.HoursOf(halfDay).Start, true) : Slot.Of(halfDay), presence.HoursOf(halfDay)));

    /// <summary>
    /// Exact hours count for each half-day of which they cover at least a half, and at the least for the one they begin in: an evening is an afternoon.
    /// </summary>
    private static IReadOnlyList<HalfDay> CountsFor(PresenceDefinition presence, Slot slot, TimeRange hours)
    {
        if (slot.OnCall)
        {
            return [];
        }

        if (slot.HalfDay is { } named)
        {
            return [named];
        }

        List<HalfDay> covered = [.. Enum.GetValues<HalfDay>().Where(halfDay => Overlap(hours, presence.HoursOf(halfDay)) * 2 >= Length(presence.HoursOf(halfDay)))];
        return covered.Count > 0 ? covered : [hours.Start < presence.Morning.End ? HalfDay.Morning : HalfDay.Afternoon];
    }

    private static TimeSpan Overlap(TimeRange one, TimeRange other)
    {
        var end = Math.Min(EndTicks(one), EndTicks(other));
        return TimeSpan.FromTicks(Math.Max(0, end - Math.Max(one.Start.Ticks, other.Start.Ticks)));
    }

    private static TimeSpan Length(TimeRange hours) => TimeSpan.FromTicks(EndTicks(hours) - hours.Start.Ticks);

    private static long EndTicks(TimeRange hours) => hours.End.Ticks + (hours.PassesMidnight ? TimeSpan.TicksPerDay : 0);
}
