using Modular.Contracts.Presence;
using Modular.Contracts.Rules;
using Modular.Sites;

namespace Modular.Presence.Tests;

/// <summary>Rules that cannot judge a week, as those of a site whose code is not there.</summary>
internal sealed class FailingRules : SiteRules
{
    public override IEnumerable<CoverGap> JudgeWeek(WeekCover week) =>
        throw new RuleFailedException("haute-marne", nameof(JudgeWeek), nameof(InvalidOperationException));
}
