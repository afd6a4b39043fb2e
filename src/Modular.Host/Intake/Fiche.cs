using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Intake;

/// <summary>What a page says of a situation that its form knows.</summary>
internal static class Fiche
{
    /// <summary>The questions shown and unanswered that closing needs.</summary>
    public static IReadOnlyList<FormField> MissingIn(LoadedSite site, Situation situation, DateOnly today) =>
        site.Read("situation", Submission.Of(situation.Answers), today, situation.Answers).Missing;

    /// <summary>The grid's hint when its mark is reached, or null. A hint, never a decision.</summary>
    public static GridRule? Reached(LoadedSite site, Entry assessment)
    {
        if (!site.Forms.TryGetValue(assessment.Form, out var form) || form.Grid is not { } grid)
        {
            return null;
        }

        var yes = assessment.Answers.All.Where(pair => pair.Value is Answer.Choice { Value: "yes" }).Select(pair => pair.Key).ToList();
        return yes.Count >= grid.Yes || yes.Intersect(grid.Red).Count() >= grid.RedYes ? grid : null;
    }
}
