using System.Globalization;
using Modular.Contracts.Forms;
using Modular.Contracts.Presence;
using Modular.Contracts.Rules;
using Modular.Contracts.Sites;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Sites;

namespace Modular.Presence.Tests;

/// <summary>Sites made for tests.</summary>
internal static class Example
{
    public static readonly DateOnly Monday = new(2026, 11, 23);

    /// <summary>The published presence of Haute-Marne: 20 half-days a week.</summary>
    public static LoadedSite HauteMarne { get; } = Site(
        [
            Weekly("poste-1", "saint-dizier", ("monday", "day"), ("wednesday", "day"), ("friday", "morning")),
            Weekly("poste-2", "chaumont", ("monday", "day"), ("tuesday", "morning"), ("wednesday", "afternoon"), ("thursday", "morning")),
            Weekly("poste-3", "andelot", ("tuesday", "day"), ("friday", "day")),
            Weekly("poste-3", "joinville", ("monday", "day"), ("wednesday", "day"), ("thursday", "day")),
        ],
        promised: new() { ["saint-dizier"] = 5, ["chaumont"] = 5, ["andelot"] = 4, ["joinville"] = 6 });

    /// <summary>A site with the stations of the patterns.</summary>
    public static LoadedSite Site(
        IReadOnlyList<PresencePattern> patterns,
        string zone = "Europe/Paris",
        HolidayTerritory holidays = HolidayTerritory.Metropole,
        Dictionary<string, int>? promised = null,
        SiteRules? rules = null) => new()
    {
        Definition = new SiteDefinition
        {
            Id = "haute-marne",
            Name = "Haute-Marne",
            Version = "1.0.0",
            Host = ">=1.0 <2.0",
            TimeZone = zone,
            Holidays = holidays,
            Employer = new Employer("ADAJ", EmployerQuality.Association),
            Stations =
            [
                .. patterns.Select(pattern => pattern.Station)
                    .OfType<string>()
                    .Distinct()
                    .Select(station => new Station(station, $"Commissariat de {station}", Force.Police, station)),
            ],
            Posts =
            [
                .. patterns.GroupBy(pattern => pattern.Post)
                    .Select(post => new Post(post.Key, $"Poste {post.Key[^1]}", [.. post.Select(pattern => pattern.Station).OfType<string>().Distinct()])),
            ],
        },
        Forms = new Dictionary<string, FormDefinition>(),
        Presence = new PresenceDefinition { Patterns = patterns, Promised = promised ?? [] },
        Reports = [],
        Rules = rules ?? new NoRules(),
        Hash = "first",
    };

    public static PresencePattern Weekly(string post, string? station, params (string Day, string Held)[] week) => new()
    {
        Post = post,
        Station = station,
        Week = week.ToDictionary(day => Enum.Parse<DayOfWeek>(day.Day, ignoreCase: true), day => Held(day.Held)),
    };

    public static PresencePattern OnCall(string post, string hours) =>
        Weekly(post, null, [.. Enum.GetNames<DayOfWeek>().Select(day => (day, hours))]) with { OnCall = true };

    /// <summary>The morning of a post at a station.</summary>
    public static OccurrenceId Morning(string post, string station, DateOnly day) => new("haute-marne", post, station, day, DayPart.Of(HalfDay.Morning));

    public static OccurrenceOutcome Marked(OccurrenceId id, OutcomeKind kind) => new()
    {
        Id = id,
        Hours = new TimeRange(new TimeOnly(9, 0), new TimeOnly(12, 0)),
        Kind = kind,
        Revision = 1,
        MarkedBy = Guid.Empty,
        MarkedAt = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
    };

    public static IReadOnlyList<Occurrence> Between(this LoadedSite site, DateOnly from, DateOnly to, params OccurrenceOutcome[] outcomes) =>
        ActualOccurrences.Between(site, from, to, PresenceRecords.None with { Outcomes = outcomes });

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TimeRange Hours(string text) => TimeRange.TryParse(text, out var range) ? range : throw new FormatException(text);

    private static DayPresence Held(string text) => text switch
    {
        "day" => new DayPresence([HalfDay.Morning, HalfDay.Afternoon]),
        "morning" => new DayPresence([HalfDay.Morning]),
        "afternoon" => new DayPresence([HalfDay.Afternoon]),
        _ => new DayPresence([], Hours(text)),
    };

    private sealed class NoRules : SiteRules;
}
