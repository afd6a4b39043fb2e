using Modular.Contracts.Presence;
using Modular.Contracts.Wording;
using Modular.Presence.Cover;
using Modular.Presence.Occurrences;

namespace Modular.Presence.Listings;

/// <summary>What became of an occurrence and when it is, as people read it.</summary>
public static class PresenceWords
{
    public static string Of(PresenceState state) => Words.Of("presence_state", state.Spelled());

    /// <summary>« matin » or « après-midi ».</summary>
    public static string Of(HalfDay halfDay) => Words.Of("half_day", halfDay);

    public static string Planned(StationWeek week) => Counted.InFrench(week.Planned, "demi-journée prévue", "demi-journées prévues");

    public static string Promised(StationWeek week) => Counted.InFrench(week.Promised, "promise", "promises");

    /// <summary>The half-day, or the hours where there is none.</summary>
    public static string Stretch(Occurrence occurrence) => occurrence.Id.DayPart.HalfDay is { } halfDay ? Of(halfDay) : FrenchTime.Hours(occurrence.Hours);
}
