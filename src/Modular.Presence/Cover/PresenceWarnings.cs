using Modular.Presence.Listings;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Cover;

/// <param name="Urgent">Cover that breaks, or one person at two places; the rest is to be cared for.</param>
public sealed record PresenceWarning(bool Urgent, string Sentence);

/// <summary>What is wrong with a week, in French sentences, the worst first.</summary>
public static class PresenceWarnings
{
    public static IReadOnlyList<PresenceWarning> Of(LoadedSite site, PresenceWeek week) =>
    [
        .. week.Gaps.Select(gap => new PresenceWarning(true, gap.Sentence)),
        .. week.Conflicts.Select(conflict => new PresenceWarning(true, Sentence(site, conflict))),
        .. week.Occurrences.Where(occurrence => occurrence.State == PresenceState.Uncovered).Select(occurrence => new PresenceWarning(false, Uncovered(site, occurrence))),
        .. week.Stations.Where(station => station.Missing > 0).Select(station => new PresenceWarning(false, Missing(station))),
    ];

    private static string Sentence(LoadedSite site, Conflict conflict) =>
        $"{site.PostName(conflict.First.ActualPost)} est prévu en deux lieux à la fois {French.Day(conflict.Second.Day)}\u202f: {Where(site, conflict.First)} et {Where(site, conflict.Second)}.";

    private static string Uncovered(LoadedSite site, Occurrence occurrence) =>
        $"Personne {French.Day(occurrence.Day)}, {French.Stretch(occurrence)}\u202f: {Where(site, occurrence)}.";

    private static string Missing(StationWeek station) =>
        $"{station.Name}\u202f: {French.HalfDays(station.Planned)} {(station.Planned > 1 ? "prévues" : "prévue")} pour {station.Promised} {(station.Promised > 1 ? "promises" : "promise")}.";

    private static string Where(LoadedSite site, Occurrence occurrence) => occurrence.Station is { } station ? site.StationName(station) : "astreinte";
}
