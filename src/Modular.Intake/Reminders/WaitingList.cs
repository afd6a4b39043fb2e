using Modular.Access;
using Modular.Contracts.Rules;
using Modular.Contracts.Wording;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Reminders;

/// <summary>
/// Situations that nobody has contacted yet, the most urgent first, each with the reasons its site gives; and those to think of. What the rules said is kept
/// beside each situation: no more is read than is shown.
/// </summary>
public sealed class WaitingList
{
    private readonly ISiteCatalogue _sites;
    private readonly SituationService _service;
    private readonly TimeProvider _time;

    internal WaitingList(ISiteCatalogue sites, SituationService service, TimeProvider time) => (_sites, _service, _time) = (sites, service, time);

    /// <param name="most">How many of the most urgent.</param>
    public async Task<WaitingSituations> ListAsync(SituationScope scope, int most, CancellationToken cancellation)
    {
        var (waiting, total) = (new List<WaitingSituation>(), 0);
        foreach (var site in Sites(scope))
        {
            var today = site.Today(_time);
            var filter = new SituationFilter(SituationState.NotContacted, Order: SituationOrder.Urgency, Take: most);
            var (list, results) = await _service.WithRuleResultsAsync(scope, site, filter, cancellation);
            waiting.AddRange(list.Situations.Zip(results, (situation, result) => new WaitingSituation(situation, site, result.Priority!, today)));
            total += list.Total;
        }

        return new(
            [
                .. waiting.OrderByDescending(one => one.Priority.Level).ThenBy(one => one.Priority.ContactBefore)
                    .ThenBy(one => one.Situation.ReferredOn).ThenBy(one => one.Situation.Rank).Take(most),
            ],
            total);
    }

    /// <summary>Open situations that ask to be thought of, the oldest first.</summary>
    public async Task<SituationReminders> RemindersAsync(SituationScope scope, int most, CancellationToken cancellation)
    {
        var (reminders, total) = (new List<SituationReminder>(), 0);
        foreach (var site in Sites(scope))
        {
            var filter = new SituationFilter(SituationState.Open, WithReminders: true, Take: most);
            var (list, results) = await _service.WithRuleResultsAsync(scope, site, filter, cancellation);
            reminders.AddRange(list.Situations.Zip(results)
                .SelectMany(one => one.Second.Reminders.Select(reminder => new SituationReminder(one.First, reminder))));
            total += list.Total;
        }

        return new([.. reminders.OrderBy(one => one.Situation.ReferredOn).ThenBy(one => one.Situation.Rank).Take(most)], total);
    }

    /// <summary>What the lists tell of one situation, for a host that reads its site without having the rules.</summary>
    /// <returns>Nobody waits once somebody met the person, or the situation is closed.</returns>
    public (WaitingSituation? Waiting, IReadOnlyList<Reminder> Reminders) Kept(LoadedSite site, Situation situation)
    {
        var kept = _service.KeptRuleResults(site, situation);
        var isWaiting = !situation.IsClosed && situation.Summary.FirstContactOn is null;
        return (isWaiting && kept.Priority is { } priority ? new(situation.Summary, site, priority, site.Today(_time)) : null, kept.Reminders);
    }

    private IEnumerable<LoadedSite> Sites(SituationScope scope) => _sites.Readable.Where(site => scope.Sites.Contains(site.Id));
}

/// <param name="Total">How many wait: more than are told here.</param>
public sealed record WaitingSituations(IReadOnlyList<WaitingSituation> MostUrgent, int Total);

/// <param name="Total">How many situations ask to be thought of.</param>
public sealed record SituationReminders(IReadOnlyList<SituationReminder> Oldest, int Total);

public sealed record SituationReminder(SituationSummary Situation, Reminder Reminder);

public sealed record WaitingSituation(SituationSummary Situation, LoadedSite Site, Priority Priority, DateOnly Today)
{
    public bool IsLate => Priority.ContactBefore < Today;

    public bool IsUrgent => Priority.Level == PriorityLevel.Urgent || IsLate;

    public string Reasons => string.Join(", ", Priority.Reasons) is { Length: > 0 } reasons ? $"{FrenchLetters.Capital(reasons)}." : "";

    /// <summary>« aujourd’hui », « avant le mercredi 25 novembre », « en retard de 2 jours ».</summary>
    public string Clock => (Priority.ContactBefore.DayNumber - Today.DayNumber) switch
    {
        0 => "aujourd’hui",
        1 => "au plus tard demain",
        -1 => "en retard d’un jour",
        < 0 and var late => $"en retard de {Counted.InFrench(-late, "jour", "jours")}",
        _ => $"avant la fin du {FrenchTime.WeekDay(Priority.ContactBefore)}",
    };
}
