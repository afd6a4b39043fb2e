using Modular.Contracts.Rules;
using Modular.Forms;
using Modular.Sites;

namespace Modular.Intake.Forms;

/// <summary>What a site's rules say, and what is said in their place when they fail: a save is refused, a list keeps to the defaults.</summary>
public static class RulesOrDefaults
{
    private static readonly SiteRules Defaults = new Plain();

    internal static IReadOnlyList<Finding> Check(LoadedSite site, FormReading reading, DateOnly today)
    {
        var draft = new SituationDraft(reading.Form.Id, reading.Answers, reading.FreeTexts, today, site.Definition.Limits);
        return Judged<IReadOnlyList<Finding>>(() => [.. site.Rules.Check(draft)], () => [Finding.Refuse(null, FormReading.RulesFailed)]);
    }

    internal static IReadOnlyDictionary<string, string>? Derive(LoadedSite site, SituationDraft draft) =>
        Judged<IReadOnlyDictionary<string, string>?>(() => site.Rules.Derive(draft), () => null);

    public static Priority Prioritise(LoadedSite site, SituationView situation) =>
        Judged(() => site.Rules.Prioritise(situation), () => Defaults.Prioritise(situation));

    public static IReadOnlyList<Reminder> Remind(LoadedSite site, SituationView situation, DateOnly today) =>
        Judged<IReadOnlyList<Reminder>>(() => [.. site.Rules.Remind(situation, today)], () => [.. Defaults.Remind(situation, today)]);

    private static T Judged<T>(Func<T> rules, Func<T> otherwise)
    {
        try
        {
            return rules();
        }
        catch (RuleFailedException)
        {
            return otherwise();
        }
    }

    private sealed class Plain : SiteRules;
}
