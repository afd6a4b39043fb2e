using Modular.Contracts.Rules;
using Modular.Forms;
using Modular.Sites;

namespace Modular.Intake.Forms;

/// <summary>What a site's rules say, and what is said in their place when they fail: a save is refused, a list stands by the defaults.</summary>
public static class SiteJudgement
{
    private static readonly SiteRules Defaults = new Plain();

    internal static IReadOnlyList<Finding> Check(LoadedSite site, FormReading reading, DateOnly today)
    {
        try
        {
            return [.. site.Rules.Check(new SituationDraft(reading.Form.Id, reading.Answers, reading.FreeTexts, today, site.Definition.Limits))];
        }
        catch (RuleFailedException)
        {
            return [Finding.Refuse(null, FormReading.RulesFailed)];
        }
    }

    /// <returns>Null when the rules failed.</returns>
    internal static IReadOnlyDictionary<string, string>? Derive(LoadedSite site, SituationDraft draft)
    {
        try
        {
            return site.Rules.Derive(draft);
        }
        catch (RuleFailedException)
        {
            return null;
        }
    }

    public static Priority Prioritise(LoadedSite site, SituationView situation)
    {
        try
        {
            return site.Rules.Prioritise(situation);
        }
        catch (RuleFailedException)
        {
            return Defaults.Prioritise(situation);
        }
    }

    public static IReadOnlyList<Reminder> Remind(LoadedSite site, SituationView situation, DateOnly today)
    {
        try
        {
            return [.. site.Rules.Remind(situation, today)];
        }
        catch (RuleFailedException)
        {
            return [.. Defaults.Remind(situation, today)];
        }
    }

    private sealed class Plain : SiteRules;
}
