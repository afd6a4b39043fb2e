using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>Conditions that can never hold, and conditions that always do: both are mistakes, and both are silent in use.</summary>
internal static class ReachCheck
{
    public static void Run(SiteDraft draft, FormPlan plan)
    {
        foreach (var (named, order) in plan.Conditions.Where(condition => ReferenceCheck.IsSound(plan, condition.Named, condition.Order, draft.Sources)))
        {
            if (Tell(draft, plan, named) || plan.Places.FirstOrDefault(place => place.Order == order && place.Field.When == named.Condition) is not { } place)
            {
                continue;
            }

            var around = place.Conditions.Where(condition => condition.Condition != named.Condition).ToList();
            if (around.Count > 0 && Reach.Of(plan, around).CanHold && !Reach.Of(plan, [named, .. around]).CanHold)
            {
                draft.Fault(named.Condition, null, $"\"{place.Field.Id}\" can never be shown: what surrounds it is hidden whenever this condition holds.");
            }
        }
    }

    /// <summary>The innermost part that is at fault is told, and what contains it is not.</summary>
    private static bool Tell(SiteDraft draft, FormPlan plan, Named named)
    {
        var told = false;
        foreach (var part in Parts(named.Condition))
        {
            told |= Tell(draft, plan, named with { Condition = part });
        }

        if (told)
        {
            return true;
        }

        var reach = Reach.Of(plan, [named]);
        if (!reach.CanHold)
        {
            draft.Fault(named.Condition, null, $"This condition can never hold.");
        }
        else if (!reach.CanFail)
        {
            draft.Fault(named.Condition, null, $"This condition always holds: leave it out.");
        }

        return !reach.CanHold || !reach.CanFail;
    }

    private static IReadOnlyList<Condition> Parts(Condition condition) => condition switch
    {
        Condition.All all => all.Parts,
        Condition.Any any => any.Parts,
        Condition.Not not => [not.Part],
        _ => [],
    };
}
