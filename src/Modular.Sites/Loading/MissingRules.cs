using Modular.Contracts.Presence;
using Modular.Contracts.Rules;

namespace Modular.Sites.Loading;

/// <summary>The rules of a site whose code this host does not have: whoever asks is told so, and nothing that they are to judge is taken.</summary>
internal sealed class MissingRules(string site) : SiteRules
{
    public override IEnumerable<Finding> Check(SituationDraft draft) => throw Missing(nameof(Check));

    public override Priority Prioritise(SituationView situation) => throw Missing(nameof(Prioritise));

    public override IReadOnlyDictionary<string, string> Derive(SituationDraft draft) => throw Missing(nameof(Derive));

    public override IEnumerable<Reminder> Remind(SituationView situation, DateOnly today) => throw Missing(nameof(Remind));

    public override IEnumerable<CoverGap> JudgeWeek(WeekCover week) => throw Missing(nameof(JudgeWeek));

    private RuleFailedException Missing(string rule) => new(site, rule, "its code is not here");
}
