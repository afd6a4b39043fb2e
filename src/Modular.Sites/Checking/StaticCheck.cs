using Modular.Contracts.Sites;
using Modular.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>
/// What can be known of a site before anybody uses it. A check is one class of this folder; nothing else knows it by name. Each tells all it finds; none relies
/// on another one having passed.
/// </summary>
internal abstract class StaticCheck
{
    private static readonly IReadOnlyList<StaticCheck> All =
    [
        .. typeof(StaticCheck).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StaticCheck)))
            .Select(type => (StaticCheck)Activator.CreateInstance(type)!),
    ];

    public static void RunAll(ParsedSite parsed)
    {
        if (parsed.Site is not { } site)
        {
            return;
        }

        var plans = parsed.Forms.Values.Select(form => new FormPlan(site, form, Nomenclature.AgeGroups)).ToList();
        foreach (var check in All)
        {
            check.OfSite(parsed, site);
            plans.ForEach(plan => check.OfForm(parsed, plan));
        }
    }

    protected virtual void OfSite(ParsedSite parsed, SiteDefinition site)
    {
    }

    protected virtual void OfForm(ParsedSite parsed, FormPlan plan)
    {
    }
}
