using Modular.Contracts.Wording;
using Modular.Presence.Listings;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Cover;

/// <param name="Urgent">Cover that breaks, or one person at two places; the rest is to be cared for.</param>
public sealed record PresenceWarning(bool Urgent, string Sentence);

/// <summary>What is wrong with a week, in French sentences, the worst first.</summary>
public static class PresenceWarnings
{
    private const string Unjudged = "La continuité de la présence n’a pas pu être vérifiée cette semaine.";

    public static IReadOnlyList<PresenceWarning> Of(LoadedSite site, PresenceWeek week) =>
    [
        .. week.Gaps.Select(gap => new PresenceWarning(true, gap.Sentence)),
        .. week.Conflicts.Select(conflict => new PresenceWarning(true, Sentence(site, conflict))),
        .. week.IsJudged ? Array.Empty<PresenceWarning>() : [new PresenceWarning(false, Unjudged)],
        .. week.Uncovered.GroupBy(occurrence => occurrence.Station).Select(place => new PresenceWarning(false, Uncovered(site, [.. place]))),
        .. week.Stations.Where(station => station.Missing > station.Uncovered).Select(station => new PresenceWarning(false, Missing(station))),
    ];

    private static string Sentence(LoadedSite site, Conflict conflict) =>
        $"{site.PostName(conflict.First.ActualPost)}\u202f: deux lieux à la fois {FrenchTime.WeekDay(conflict.Second.Day)}, "
        + $"{Where(site, conflict.First)} et {Where(site, conflict.Second)}.";

    private static string Uncovered(LoadedSite site, IReadOnlyList<Occurrence> uncovered) => uncovered switch
    {
        [var only] => $"{FrenchLetters.Capital(Where(site, only))}\u202f: personne {FrenchTime.WeekDay(only.Day)}, {PresenceWords.Stretch(only)}.",
        [var first, .., var last] when first.Day == last.Day => $"{FrenchLetters.Capital(Where(site, first))}\u202f: personne {FrenchTime.WeekDay(first.Day)}.",
        [var first, .., var last] =>
            $"{FrenchLetters.Capital(Where(site, first))}\u202f: {Counted.InFrench(uncovered.Count, "permanence", "permanences")} que personne n’assure, "
            + $"de {FrenchTime.WeekDay(first.Day)} à {FrenchTime.WeekDay(last.Day)}.",
        [] => throw new ArgumentException("Nothing is uncovered.", nameof(uncovered)),
    };

    private static string Missing(StationWeek station) =>
        $"{station.Name}\u202f: {PresenceWords.Planned(station)} pour {PresenceWords.Promised(station)}.";

    private static string Where(LoadedSite site, Occurrence occurrence) => occurrence.Station is { } station ? site.StationName(station) : "astreinte";
}
