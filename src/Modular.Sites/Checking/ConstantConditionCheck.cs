using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>Conditions that can never hold, and conditions that always do: both are mistakes, and both are silent in use.</summary>
internal sealed class ConstantConditionCheck : StaticCheck
{
    protected override void OfForm(ParsedSite parsed, FormPlan plan)
    {
        foreach (var (named, order) in plan.Conditions.Where(one => FieldReferenceCheck.IsSound(plan, one.Condition, one.Order, parsed.Sources)))
        {
            if (Report(parsed, plan, named)
                || plan.AllFields.FirstOrDefault(planned => planned.Order == order && planned.Field.When == named.Condition) is not { } planned)
            {
                continue;
            }

            var around = planned.Conditions.Where(condition => condition.Condition != named.Condition).ToList();
            if (around.Count > 0 && ConditionAnalysis.Of(plan, around).CanHold && !ConditionAnalysis.Of(plan, [named, .. around]).CanHold)
            {
                parsed.Fault(named.Condition, null, $"\"{planned.Field.Id}\" can never be shown: what surrounds it is hidden whenever this condition holds.");
            }
        }
    }

    /// <summary>Only the innermost part at fault is reported, not what contains it.</summary>
    private static bool Report(ParsedSite parsed, FormPlan plan, FormCondition named)
    {
        var reported = false;
        foreach (var part in Parts(named.Condition))
        {
            reported |= Report(parsed, plan, named with { Condition = part });
        }

        if (reported)
        {
            return true;
        }

        var outcome = ConditionAnalysis.Of(plan, [named]);
        if (!outcome.CanHold)
        {
            parsed.Fault(named.Condition, null, $"This condition can never hold.");
        }
        else if (!outcome.CanFail)
        {
            parsed.Fault(named.Condition, null, $"This condition always holds: leave it out.");
        }

        return !outcome.CanHold || !outcome.CanFail;
    }

    private static IReadOnlyList<Condition> Parts(Condition condition) => condition switch
    {
        Condition.All all => all.Parts,
        Condition.Any any => any.Parts,
        Condition.Not not => [not.Part],
        _ => [],
    };
}
