using Modular.Contracts.Presence;
using Modular.Contracts.Wording;
using Modular.Presence.Cover;
using Modular.Presence.Occurrences;
using static System.FormattableString;

namespace Modular.Presence.Listings;

/// <summary>What is wrong with a week, in sentences for a terminal. A site's own sentences stay in its language.</summary>
public static class TerminalWarnings
{
    /// <param name="from">First day asked about: what is promised a week is compared only where the whole week is asked about.</param>
    public static IEnumerable<string> Of(PresenceWeek week, DateOnly from, DateOnly to) =>
    [
        .. week.Gaps.Where(gap => DateOnly.FromDateTime(gap.Start.DateTime) <= to && DateOnly.FromDateTime(gap.End.DateTime) >= from).Select(Said),
        .. week.IsJudged ? Array.Empty<string>() : [$"The rules of the site could not be asked whether the cover of {week.Week} breaks."],
        .. week.Conflicts.Where(conflict => conflict.Second.Day >= from && conflict.First.Day <= to).Select(Said),
        .. week.Uncovered.Where(occurrence => occurrence.Day >= from && occurrence.Day <= to).Select(Uncovered),
        .. week.Stations.Where(station => station.Missing > 0 && from <= week.Week.Monday && week.Week.Sunday <= to).Select(station => Missing(week, station)),
    ];

    private static string Said(CoverGap gap) =>
        Invariant($"Cover breaks from {gap.Start:yyyy-MM-dd HH:mm} to {gap.End:yyyy-MM-dd HH:mm}: {gap.Sentence}");

    private static string Said(Conflict conflict) =>
        $"{conflict.First.ActualPost} is at {conflict.First.Station} and at {conflict.Second.Station}"
        + Invariant($" on {conflict.Second.Start:yyyy-MM-dd} at {conflict.Second.Start:HH:mm}.");

    private static string Uncovered(Occurrence occurrence) =>
        Invariant($"Nobody holds {occurrence.Station ?? "the duty"} on {occurrence.Start:yyyy-MM-dd} from {occurrence.Start:HH:mm}.");

    private static string Missing(PresenceWeek week, StationWeek station) =>
        Invariant($"{station.Station} has {Counted.InEnglish(station.Planned, "half-day")} planned in {week.Week} and {station.Promised} promised.");
}
