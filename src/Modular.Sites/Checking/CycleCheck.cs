using Modular.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>A field whose answer, or whose showing, hangs on itself by way of others.</summary>
/// <remarks>A condition names only what comes before, so that no cycle is made of conditions alone: a computation takes part in it.</remarks>
internal sealed class CycleCheck : StaticCheck
{
    protected override void OfForm(ParsedSite parsed, FormPlan plan)
    {
        var told = new HashSet<FieldPlan>();
        foreach (var planned in plan.AllFields.Where(planned => planned.Field.From.Count > 0 && !told.Contains(planned)))
        {
            if (Way(plan, planned, planned, []) is { } way)
            {
                told.UnionWith(way);
                parsed.Fault(
                    planned.Field, "from",
                    $"\"{planned.Field.Id}\" depends on itself: {string.Join(" → ", way.Append(planned).Select(step => step.Field.Id))}.");
            }
        }
    }

    /// <summary>A way from one field back to another, or null.</summary>
    private static List<FieldPlan>? Way(FormPlan plan, FieldPlan from, FieldPlan to, HashSet<FieldPlan> passed)
    {
        if (!passed.Add(from))
        {
            return null;
        }

        foreach (var next in Sources(plan, from))
        {
            if (next == to)
            {
                return [from];
            }

            if (Way(plan, next, to, passed) is { } way)
            {
                return [from, .. way];
            }
        }

        return null;
    }

    private static IEnumerable<FieldPlan> Sources(FormPlan plan, FieldPlan planned) =>
        planned.Conditions.SelectMany(named => named.Condition.Sources.Select(name => plan.Find(name, named.Group)))
            .Concat(planned.Field.From.Select(name => plan.Find(name, planned.Group)))
            .Select(source => source?.Plan).OfType<FieldPlan>();
}
