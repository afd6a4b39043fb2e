using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Forms;

/// <summary>An assessment of danger against the grid of its form.</summary>
public static class DangerGrid
{
    /// <summary>The grid when its mark is reached, or null. A hint, never a decision.</summary>
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
