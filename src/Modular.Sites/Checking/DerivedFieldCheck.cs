using Modular.Contracts.Forms;
using Modular.Contracts.Rules;
using Modular.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>Fields that a site's rules work out, where nothing would: they would stay empty, and nobody would be told.</summary>
internal sealed class DerivedFieldCheck : StaticCheck
{
    protected override void OfForm(ParsedSite parsed, FormPlan plan)
    {
        foreach (var planned in plan.AllFields.Where(planned => planned.Field.Compute == Computation.Rules))
        {
            if (plan.Site.Assembly is null)
            {
                parsed.Fault(
                    planned.Field, "compute",
                    $"\"{planned.Field.Id}\" would stay empty: it is worked out by the site's rules, and site.json names no \"assembly\".");
            }
            else if (planned.Group is { } group)
            {
                parsed.Fault(
                    planned.Field, "compute",
                    $"\"{planned.Field.Id}\" would stay empty: rules work out fields of the form, none of the rows of \"{group.Id}\".");
            }
        }
    }

    /// <summary>Once the rules are loaded: those that leave <see cref="SiteRules.Derive"/> as it is work nothing out.</summary>
    public static void Run(ParsedSite parsed, SiteRules rules)
    {
        var fields = parsed.Forms.Values.SelectMany(form => form.Fields).Where(field => field.Compute == Computation.Rules).ToList();
        if (fields.Count == 0 || ((Func<SituationDraft, IReadOnlyDictionary<string, string>>)rules.Derive).Method.DeclaringType != typeof(SiteRules))
        {
            return;
        }

        foreach (var field in fields)
        {
            parsed.Fault(field, "compute", $"\"{field.Id}\" would stay empty: {rules.GetType().Name} does not override Derive, which works it out.");
        }
    }
}
