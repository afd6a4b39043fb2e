using Modular.Access;
using Modular.Contracts.Wording;
using Modular.Intake.Drafts;
using Modular.Intake.Reminders;
using Modular.Presence;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Host.Intake;

/// <summary>What a worker begins the day with: who waits, what to think of, where somebody is today.</summary>
internal sealed class MyDayService(
    WaitingList waiting, RuleResultsUpdate rules, DraftService drafts, ISiteCatalogue sites, PresenceCalendar calendar, TimeProvider time)
{
    private const int Shown = 6;

    public async Task<MyDay> LookAsync(SituationScope scope, CancellationToken cancellation)
    {
        var list = await waiting.ListAsync(scope, Shown, cancellation);
        var reminders = await waiting.RemindersAsync(scope, Shown, cancellation);
        var places = new List<string>();
        foreach (var site in sites.Readable.Where(site => scope.Sites.Contains(site.Id)))
        {
            var today = site.Today(time);
            places.AddRange((await calendar.BetweenAsync(site, today, today, cancellation))
                .Where(occurrence => occurrence.State is not (PresenceState.Holiday or PresenceState.Skipped or PresenceState.Uncovered))
                .Select(occurrence => Told(site, occurrence)));
        }

        return new MyDay(list, reminders, rules.AreChanging(scope.Sites), places, DraftLine.Of(scope, drafts, sites, time), scope.Sites.Count > 1);
    }

    private static string Told(LoadedSite site, Occurrence occurrence)
    {
        var place = occurrence.Station is { } station ? site.StationName(station) : $"astreinte ({site.PostName(occurrence.ActualPost)})";
        return $"{place}, {FrenchTime.Hours(occurrence.Hours)}";
    }
}

/// <param name="IsChanging">Whether the rules of a site are being asked again: the order is about to change.</param>
internal sealed record MyDay(
    WaitingSituations Waiting,
    SituationReminders Reminders,
    bool IsChanging,
    IReadOnlyList<string> Places,
    IReadOnlyList<DraftLine> Drafts,
    bool SeveralSites);
