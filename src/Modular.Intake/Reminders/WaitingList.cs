using Modular.Access;
using Modular.Contracts.Rules;
using Modular.Contracts.Wording;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Reminders;

/// <summary>Situations that nobody has contacted yet, the most urgent first, each with the reasons its site gives.</summary>
public sealed class WaitingList(ISiteCatalogue sites, SituationService service, TimeProvider time)
{
    /// <summary>All of them: which is the most urgent is known only once each was looked at.</summary>
    private const int Every = int.MaxValue;

    public async Task<IReadOnlyList<WaitingSituation>> ListAsync(SituationScope scope, CancellationToken cancellation)
    {
        var waiting = new List<WaitingSituation>();
        foreach (var site in sites.Active.Where(site => scope.Sites.Contains(site.Id)))
        {
            var today = site.Today(time);
            var list = await service.ListAsync(scope, new SituationFilter(SituationState.NotContacted, site.Id, Take: Every), cancellation);
            waiting.AddRange(service.Views(site, list).Select(one =>
                new WaitingSituation(one.Situation, site, RulesOrDefaults.Prioritise(site, one.View), today)));
        }

        return
        [
            .. waiting.OrderByDescending(one => one.Priority.Level).ThenBy(one => one.Priority.ContactBefore)
                .ThenBy(one => one.Situation.ReferredOn).ThenBy(one => one.Situation.Rank),
        ];
    }

    /// <summary>Open situations that ask to be thought of, the oldest first.</summary>
    public async Task<IReadOnlyList<(SituationSummary Situation, Reminder Reminder)>> RemindersAsync(SituationScope scope, CancellationToken cancellation)
    {
        var reminders = new List<(SituationSummary Situation, Reminder Reminder)>();
        foreach (var site in sites.Active.Where(site => scope.Sites.Contains(site.Id)))
        {
            var today = site.Today(time);
            var filter = new SituationFilter(SituationState.Open, site.Id, OpenedBefore: today.AddDays(-site.Definition.Limits.OpenDays), Take: Every);
            var list = await service.ListAsync(scope, filter, cancellation);
            reminders.AddRange(service.Views(site, list)
                .SelectMany(one => RulesOrDefaults.Remind(site, one.View, today).Select(reminder => (one.Situation, reminder))));
        }

        return [.. reminders.OrderBy(reminder => reminder.Situation.ReferredOn).ThenBy(reminder => reminder.Situation.Rank)];
    }
}

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
