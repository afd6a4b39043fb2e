using Modular.Contracts.Presence;
using Modular.Sites.Reading;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.JsonKey;

namespace Modular.Sites.Files;

/// <summary>One line of the weekly presence.</summary>
internal static class PatternShape
{
    private static readonly IReadOnlyList<DayOfWeek> Days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private static readonly ParsedShape<DayPresence> Held = new(ParseHeld, $"one of day, morning, afternoon or exact hours such as 08:30-12:30");
    private static readonly IReadOnlyList<(DayOfWeek Day, JsonKey<DayPresence?> Key)> DayKeys = [.. Days.Select(day => (day, Maybe(SnakeCase.Of(day), Held)))];

    private static readonly JsonKey<string> Post = Required("post", ValueShapes.Identifier);
    private static readonly JsonKey<string?> Station = Maybe(
        "station", ValueShapes.Identifier, "Absent for an on-call duty that serves every station of the post.");
    private static readonly JsonKey<Week> WeekKey = Required("week", new ObjectShape<Week>(
        [.. DayKeys.Select(day => day.Key)],
        week => new Week(DayKeys.Where(day => week.Get(day.Key) is not null).ToDictionary(day => day.Day, day => week.Get(day.Key)!))));

    private static readonly JsonKey<int> Every = Optional("every", new WholeShape(1, 52), 1, "Every so many weeks, counted from the anchor.");
    private static readonly JsonKey<DateOnly?> Anchor = MaybeValue("anchor", ValueShapes.Day, "A day of a week in which the pattern is on.");
    private static readonly JsonKey<int?> Nth = MaybeValue("nth", new WholeShape(-1, 5), "Which of the month's such weekdays: 1 to 5, or -1 for the last.");
    private static readonly JsonKey<DateOnly?> From = MaybeValue("from", ValueShapes.Day);
    private static readonly JsonKey<DateOnly?> To = MaybeValue("to", ValueShapes.Day);
    private static readonly JsonKey<bool> OnCall = Optional("onCall", ValueShapes.Flag, false, "True for a duty held by telephone.");

    public static readonly ObjectShape<PresencePattern> Shape = new(
        [Post, Station, WeekKey, Every, Anchor, Nth, From, To, OnCall],
        pattern => new PresencePattern
        {
            Post = pattern.Get(Post),
            Station = pattern.Get(Station),
            Week = pattern.Get(WeekKey).Days,
            Every = pattern.Get(Every),
            Anchor = pattern.Get(Anchor),
            Nth = pattern.Get(Nth),
            From = pattern.Get(From),
            To = pattern.Get(To),
            OnCall = pattern.Get(OnCall),
        });

    private sealed record Week(IReadOnlyDictionary<DayOfWeek, DayPresence> Days);

    private static (bool, DayPresence?) ParseHeld(string text) => text switch
    {
        "day" => (true, new DayPresence([HalfDay.Morning, HalfDay.Afternoon])),
        "morning" => (true, new DayPresence([HalfDay.Morning])),
        "afternoon" => (true, new DayPresence([HalfDay.Afternoon])),
        _ => TimeRange.TryParse(text, out var hours) ? (true, new DayPresence([], hours)) : (false, null),
    };
}
