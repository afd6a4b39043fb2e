namespace Modular.Contracts.Presence;

/// <summary>
/// The weekly presence of a site, as <c>presence.json</c> says it. Hours are local to the site's zone.
/// </summary>
/// <example>
/// <code>
/// {
///   "halfDays": { "morning": "09:00-12:00", "afternoon": "14:00-17:30" },
///   "patterns": [ { "post": "poste-3", "station": "andelot", "week": { "tuesday": "day", "friday": "day" } } ],
///   "promised": { "andelot": 4 }
/// }
/// </code>
/// </example>
public sealed record PresenceDefinition
{
    /// <summary>The hours of a morning. Default: 09:00 to 12:00.</summary>
    public TimeRange Morning { get; init; } = new(new TimeOnly(9, 0), new TimeOnly(12, 0));

    /// <summary>The hours of an afternoon. Default: 14:00 to 17:30.</summary>
    public TimeRange Afternoon { get; init; } = new(new TimeOnly(14, 0), new TimeOnly(17, 30));

    /// <summary>Who is where, and when.</summary>
    public required IReadOnlyList<PresencePattern> Patterns { get; init; }

    /// <summary>Half-days a week that the convention promises, by station. A station that is absent has no promise.</summary>
    public IReadOnlyDictionary<string, int> Promised { get; init; } = new Dictionary<string, int>();

    /// <summary>True when page and feeds may be read without signing in. Default: false.</summary>
    public bool Published { get; init; }

    /// <summary>True when what is published names the worker. Default: false.</summary>
    public bool NamesWorker { get; init; }

    /// <summary>Stations that stay open on public holidays. Default: none.</summary>
    public IReadOnlyList<string> OpenOnHolidays { get; init; } = [];
}

/// <summary>One line of the weekly presence: a post, a station, days, and since when.</summary>
public sealed record PresencePattern
{
    /// <summary>Identifier of the post.</summary>
    public required string Post { get; init; }

    /// <summary>Identifier of the station; null for an on-call duty that serves every station of the post.</summary>
    public string? Station { get; init; }

    /// <summary>The days of the week and what is held on each.</summary>
    public required IReadOnlyDictionary<DayOfWeek, DayPresence> Week { get; init; }

    /// <summary>Every so many weeks, counted from <see cref="Anchor"/>. Default: 1.</summary>
    public int Every { get; init; } = 1;

    /// <summary>A day of a week in which the pattern is on; required when <see cref="Every"/> is above 1.</summary>
    public DateOnly? Anchor { get; init; }

    /// <summary>
    /// Which of the month's such weekdays it is on: 1 to 5, or -1 for the last; null: all of them. The key is <c>nth</c>.
    /// </summary>
    public int? Nth { get; init; }

    /// <summary>First day of validity, included; null: always was.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of validity, included; null: no end.</summary>
    public DateOnly? To { get; init; }

    /// <summary>True for a duty held by telephone, away from the station; it is cover, and never a half-day promised or held. Default: false.</summary>
    public bool OnCall { get; init; }
}

/// <summary>
/// What is held on one day: <c>"day"</c> (both half-days), <c>"morning"</c>, <c>"afternoon"</c>, or exact hours such as <c>"08:30-12:30"</c>.
/// </summary>
/// <param name="HalfDays">The half-days held; empty when exact hours are given.</param>
/// <param name="Hours">The exact hours, or null. An end at or before the start falls on the next day; <c>00:00-00:00</c> is the whole day.</param>
public sealed record DayPresence(IReadOnlyList<HalfDay> HalfDays, TimeRange? Hours = null);

/// <summary>A half-day.</summary>
public enum HalfDay
{
    /// <summary><c>morning</c>.</summary>
    Morning,

    /// <summary><c>afternoon</c>.</summary>
    Afternoon,
}

/// <summary>From one hour of the day to another; written <c>09:00-12:00</c>.</summary>
/// <param name="Start">Start, included.</param>
/// <param name="End">End, excluded; at or before <paramref name="Start"/> it falls on the next day.</param>
public readonly record struct TimeRange(TimeOnly Start, TimeOnly End)
{
    /// <summary>Reads <c>09:00-12:00</c>; false when it is not two hours of the day.</summary>
    public static bool TryParse(string text, out TimeRange range)
    {
        var parts = text.Split('-');
        range = default;
        if (parts.Length != 2
            || !TimeOnly.TryParseExact(
                parts[0].Trim(), "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var start)
            || !TimeOnly.TryParseExact(
                parts[1].Trim() is "24:00" ? "00:00" : parts[1].Trim(), "HH:mm", System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.None, out var end))
        {
            return false;
        }

        range = new TimeRange(start, end);
        return true;
    }

    /// <summary>Whether the end falls on the next day.</summary>
    public bool PassesMidnight => End <= Start;
}

/// <summary>A stretch of presence as a site's rules see it: no person is named.</summary>
/// <param name="Post">Identifier of the post.</param>
/// <param name="Station">Identifier of the station, or null for an on-call duty for all of them.</param>
/// <param name="Start">Start, with the offset of the site's zone on that day.</param>
/// <param name="End">End, excluded, with its offset.</param>
/// <param name="OnCall">Whether it is held by telephone.</param>
public sealed record CoverSpan(string Post, string? Station, DateTimeOffset Start, DateTimeOffset End, bool OnCall);

/// <summary>A week as a site's rules see it.</summary>
/// <param name="Start">Monday, 00:00 local.</param>
/// <param name="End">The next Monday, 00:00 local: seven days later, an hour more or less when the clocks change.</param>
/// <param name="Spans">What is held, in order of start; skipped and uncovered occurrences are left out.</param>
public sealed record WeekCover(DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<CoverSpan> Spans);

/// <summary>What a site's rules say of a week's cover.</summary>
/// <param name="Start">From when.</param>
/// <param name="End">To when, excluded.</param>
/// <param name="Sentence">The sentence shown, in French.</param>
public sealed record CoverGap(DateTimeOffset Start, DateTimeOffset End, string Sentence);
