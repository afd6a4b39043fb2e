using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Intake;

/// <summary>What a page says of a situation that its form knows.</summary>
internal static class MissingAnswers
{
    /// <summary>The questions shown and unanswered that closing needs.</summary>
    public static IReadOnlyList<FormField> In(LoadedSite site, Situation situation, DateOnly today) =>
        site.Read("situation", TypedAnswers.Of(situation.Answers), today, situation.Answers).Missing;
}
