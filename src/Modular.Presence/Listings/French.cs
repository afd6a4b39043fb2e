using System.Globalization;
using Modular.Contracts.Presence;
using Modular.Contracts.Wording;
using Modular.Presence.Days;
using Modular.Presence.Occurrences;

namespace Modular.Presence.Listings;

/// <summary>Days, hours and weeks as people read them.</summary>
public static class French
{
    public static CultureInfo Culture => FrenchTime.Culture;

    /// <summary><c>lundi 23 novembre</c>, <c>mardi 1er décembre</c>.</summary>
    public static string Day(DateOnly day) => FrenchTime.WeekDay(day);

    /// <summary><c>9 h</c>, <c>17 h 30</c>, with plain spaces: also for terminals and calendars.</summary>
    public static string Hour(TimeOnly hour) => hour.ToString(hour.Minute == 0 ? "H' h'" : "H' h 'mm", Culture);

    /// <summary><c>de 9 h à 12 h</c>; <c>jour et nuit</c> for a whole day.</summary>
    public static string Hours(TimeRange hours) => hours.Start == hours.End ? "jour et nuit" : $"de {Hour(hours.Start)} à {Hour(hours.End)}";

    public static string Name(HalfDay halfDay) => halfDay == HalfDay.Morning ? "matin" : "après-midi";

    public static string Stretch(Occurrence occurrence) => occurrence.Id.Slot.HalfDay is { } halfDay ? Name(halfDay) : Hours(occurrence.Hours);

    public static string HalfDays(int count) => Counted.InFrench(count, "demi-journée", "demi-journées");

    /// <summary><c>23–29 novembre 2026</c>, <c>30 novembre – 6 décembre 2026</c>, <c>28 décembre 2026 – 3 janvier 2027</c>.</summary>
    public static string Span(IsoWeek week)
    {
        var (monday, sunday) = (week.Monday, week.Sunday);
        return (monday.Year == sunday.Year, monday.Month == sunday.Month) switch
        {
            (true, true) => $"{(monday.Day == 1 ? "1er" : monday.Day)}–{FrenchTime.Day(sunday)}",
            (true, false) => $"{FrenchTime.DayOfMonth(monday)} – {FrenchTime.Day(sunday)}",
            _ => $"{FrenchTime.Day(monday)} – {FrenchTime.Day(sunday)}",
        };
    }

    public static string Name(PresenceState state) => state switch
    {
        PresenceState.Planned => "prévue",
        PresenceState.Held => "tenue",
        PresenceState.Skipped => "annulée",
        PresenceState.Moved => "déplacée",
        PresenceState.Replaced => "remplacée",
        PresenceState.Uncovered => "non assurée",
        PresenceState.Holiday => "jour férié",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
