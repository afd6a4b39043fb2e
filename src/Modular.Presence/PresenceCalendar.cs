using Modular.Presence.Cover;
using Modular.Presence.Days;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Sites;

namespace Modular.Presence;

/// <summary>Who is where, and when: the site's pattern with what people said of it.</summary>
public sealed class PresenceCalendar
{
    private const int WeeksAhead = 8;

    private readonly IPresenceStore _store;
    private readonly TimeProvider _time;

    internal PresenceCalendar(IPresenceStore store, TimeProvider time) =>
        (_store, _time) = (store, time);

    public async Task<IReadOnlyList<Occurrence>> BetweenAsync(LoadedSite site, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
        ActualOccurrences.Between(site, from, to, await _store.ReadAsync(site.Id, from, to, cancellation));

    public async Task<PresenceWeek> WeekAsync(LoadedSite site, IsoWeek week, CancellationToken cancellation = default) =>
        PresenceWeek.Of(site, week, await BetweenAsync(site, week.Monday.AddDays(-1), week.Sunday, cancellation));

    public async Task<WeekSummary> SummariseAsync(LoadedSite site, IsoWeek week, CancellationToken cancellation = default) =>
        WeekSummary.Of(site, await WeekAsync(site, week, cancellation));

    /// <summary>Looks through the eight weeks to come for a half-day that nobody will hold, or for cover that breaks.</summary>
    public async Task<PresenceAhead> LookAheadAsync(LoadedSite site, CancellationToken cancellation = default)
    {
        var now = _time.GetUtcNow();
        var first = IsoWeek.Of(site.Today(_time));
        var around = await BetweenAsync(site, first.Monday.AddDays(-1), first.Monday.AddDays((7 * WeeksAhead) - 1), cancellation);
        var isJudged = true;
        foreach (var ahead in Enumerable.Range(0, WeeksAhead))
        {
            var week = PresenceWeek.Of(site, IsoWeek.Of(first.Monday.AddDays(7 * ahead)), around);
            isJudged &= week.IsJudged;
            if (FirstGap(week, now) is { } gap)
            {
                return new PresenceAhead(gap, isJudged);
            }
        }

        return new PresenceAhead(null, isJudged);
    }

    private static NextGap? FirstGap(PresenceWeek week, DateTimeOffset now) =>
        week.Gaps.Where(gap => gap.End > now).Select(gap => new NextGap(gap.Start, null, gap.Sentence))
            .Concat(week.Uncovered.Where(occurrence => occurrence.End > now).Select(occurrence => new NextGap(occurrence.Start, occurrence, null)))
            .MinBy(gap => gap.Start);
}

/// <param name="NextGap">The first hole from now on, or null.</param>
/// <param name="IsJudged">Whether the site's rules judged every week up to it: otherwise the cover may break before.</param>
public sealed record PresenceAhead(NextGap? NextGap, bool IsJudged);

/// <param name="Uncovered">The half-day that nobody will hold, or null when the site's rules found the gap.</param>
/// <param name="Sentence">What the site's rules say of it, in French, or null.</param>
public sealed record NextGap(DateTimeOffset Start, Occurrence? Uncovered, string? Sentence);
