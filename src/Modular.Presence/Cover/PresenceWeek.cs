using Modular.Contracts.Presence;
using Modular.Presence.Days;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Cover;

/// <param name="Gaps">Where the cover breaks what the site promises, by the site's own rules.</param>
/// <param name="IsJudged">Whether those rules answered: without them nobody knows of a gap, and nobody knows that there is none.</param>
public sealed record PresenceWeek(
    IsoWeek Week,
    IReadOnlyList<Occurrence> Occurrences,
    IReadOnlyList<StationWeek> Stations,
    IReadOnlyList<Conflict> Conflicts,
    IReadOnlyList<CoverGap> Gaps,
    bool IsJudged)
{
    public IEnumerable<Occurrence> Uncovered => Occurrences.Where(occurrence => occurrence.State == PresenceState.Uncovered);

    /// <param name="around">The occurrences of the week and of the day before it, whose last may reach into it.</param>
    internal static PresenceWeek Of(LoadedSite site, IsoWeek week, IReadOnlyList<Occurrence> around)
    {
        List<Occurrence> within = [.. around.Where(occurrence => occurrence.Day >= week.Monday && occurrence.Day <= week.Sunday)];
        var byStation = within.ToLookup(occurrence => occurrence.Station);
        var promised = PromisedHalfDays.Of(site, week).ToLookup(halfDay => halfDay.Station);
        var gaps = Judge(site, CoverOf(site, week, around));
        return new PresenceWeek(
            week,
            within,
            [.. site.Definition.Stations.Select(station => StationWeek.Of(station.Id, station.Name, promised[station.Id].Count(), byStation[station.Id]))],
            [.. Conflict.Among(around).Where(conflict => within.Contains(conflict.Second))],
            gaps ?? [],
            IsJudged: gaps is not null);
    }

    /// <summary>Null when the rules cannot be asked.</summary>
    private static IReadOnlyList<CoverGap>? Judge(LoadedSite site, WeekCover cover)
    {
        try
        {
            return [.. site.Rules.JudgeWeek(cover)];
        }
        catch (RuleFailedException)
        {
            // Already counted and logged by the guard. The week is shown all the same, and says what is not known of it.
            return null;
        }
    }

    private static WeekCover CoverOf(LoadedSite site, IsoWeek week, IReadOnlyList<Occurrence> around)
    {
        var start = site.Zone.StartOf(week.Monday);
        var end = site.Zone.StartOf(week.Next.Monday);
        return new WeekCover(
            start,
            end,
            [
                .. from occurrence in around
                   where occurrence.Stands && occurrence.Start < end && occurrence.End > start
                   orderby occurrence.Start
                   let begins = occurrence.Start < start ? start : occurrence.Start
                   let ends = occurrence.End > end ? end : occurrence.End
                   select new CoverSpan(occurrence.ActualPost, occurrence.Station, begins, ends, occurrence.OnCall),
            ]);
    }
}
