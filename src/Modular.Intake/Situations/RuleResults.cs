using System.Text.Json;
using Modular.Contracts.Rules;
using Modular.Intake.Forms;
using Modular.Sites;

namespace Modular.Intake.Situations;

/// <summary>What a site's rules say of an open situation: how urgent its first contact is, and what to think of.</summary>
/// <param name="Priority">Null once somebody met the person.</param>
internal sealed record RuleResults(Priority? Priority, IReadOnlyList<Reminder> Reminders)
{
    private static readonly RuleResults Closed = new(null, []);

    public static RuleResults Of(LoadedSite site, SituationView view, DateOnly today) => view.ClosedOn is not null
        ? Closed
        : new(view.FirstContactOn is null ? RulesOrDefaults.Prioritise(site, view) : null, RemindersOf(site, view, today));

    /// <summary>What holds while the rules were not asked yet: a row of a version that did not keep what they say.</summary>
    public static RuleResults Unasked(LoadedSite site, SituationRow row) =>
        new(new Priority(PriorityLevel.Ordinary, [], row.ReferredOn.AddDays(site.Definition.Limits.FirstContactDays)), []);

    /// <summary>Nobody is reminded of what is not open for long: rules are asked beyond the site's limit alone.</summary>
    public static bool IsOpenTooLong(LoadedSite site, DateOnly referredOn, DateOnly today) =>
        referredOn < today.AddDays(-site.Definition.Limits.OpenDays);

    public bool HasWords => Priority is { Reasons.Count: > 0 } || Reminders.Count > 0;

    public string ToJson() => JsonSerializer.Serialize(new Words(Priority?.Reasons ?? [], Reminders));

    /// <param name="json">Its words; null when there are none.</param>
    public static RuleResults FromJson(SituationRow row, string? json)
    {
        var words = json is null ? new Words([], []) : JsonSerializer.Deserialize<Words>(json)!;
        return new(row.ContactBefore is { } before ? new Priority(row.Priority, words.Reasons, before) : null, words.Reminders);
    }

    private static IReadOnlyList<Reminder> RemindersOf(LoadedSite site, SituationView view, DateOnly today) =>
        IsOpenTooLong(site, view.ReferredOn, today) ? RulesOrDefaults.Remind(site, view, today) : [];

    private sealed record Words(IReadOnlyList<string> Reasons, IReadOnlyList<Reminder> Reminders);
}
