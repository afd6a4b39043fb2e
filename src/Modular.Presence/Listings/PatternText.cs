using Modular.Contracts.Presence;
using Modular.Contracts.Wording;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Listings;

/// <summary>The pattern of a station in words, as a poster says it: « lundi : toute la journée ».</summary>
public sealed record PatternText(string Station, string Name, IReadOnlyList<PatternDayText> Days)
{
    /// <summary>What the pattern holds on a day of validity; duties by telephone are not held at a station.</summary>
    /// <param name="today">A line of the pattern that has ended by then, or not begun, is left out.</param>
    public static IReadOnlyList<PatternText> Of(LoadedSite site, DateOnly today) =>
    [
        .. from station in site.Definition.Stations
           let patterns = site.Presence.Patterns.Where(pattern => pattern.Station == station.Id && !pattern.OnCall && pattern.Covers(today)).ToList()
           select new PatternText(station.Id, station.Name, [.. MondayFirst.Select(day => DayOf(patterns, day)).OfType<PatternDayText>()]),
    ];

    public static string? OnCallOf(LoadedSite site, DateOnly today)
    {
        var patterns = site.Presence.Patterns.Where(pattern => pattern.OnCall && pattern.Covers(today)).ToList();
        return patterns.Count == 0 ? null
            : MondayFirst.All(day => patterns.Exists(pattern => pattern.Week.GetValueOrDefault(day) is { Hours: { } hours } && hours.Start == hours.End))
                ? "Une astreinte téléphonique est tenue jour et nuit, jours fériés compris\u202f: la police et la gendarmerie la joignent pour vous."
                : "Une astreinte téléphonique est tenue en plus de ces permanences\u202f: la police et la gendarmerie la joignent pour vous.";
    }

    private static IEnumerable<DayOfWeek> MondayFirst => Enumerable.Range(1, 7).Select(number => (DayOfWeek)(number % 7));

    private static PatternDayText? DayOf(IReadOnlyList<PresencePattern> patterns, DayOfWeek day)
    {
        var times = patterns.Where(pattern => pattern.Week.ContainsKey(day)).Select(pattern => Stretch(pattern.Week[day]) + Recurrence(pattern));
        return string.Join(", ", times.Distinct()) is { Length: > 0 } said ? new PatternDayText(FrenchTime.NameOf(day), said) : null;
    }

    private static string Stretch(DayPresence held) => held switch
    {
        { Hours: { } hours } => FrenchTime.Hours(hours),
        { HalfDays: [HalfDay.Morning] } => "le matin",
        { HalfDays: [HalfDay.Afternoon] } => "l’après-midi",
        _ => "toute la journée",
    };

    private static string Recurrence(PresencePattern pattern) => pattern switch
    {
        { Nth: -1 } => " (le dernier du mois)",
        { Nth: 1 } => " (le premier du mois)",
        { Nth: { } nth } => $" (le {nth}e du mois)",
        { Every: 2 } => " (une semaine sur deux)",
        { Every: > 2 and var every } => $" (une semaine sur {every})",
        _ => "",
    };
}

public sealed record PatternDayText(string Day, string Times);
