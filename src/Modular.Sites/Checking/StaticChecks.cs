using Modular.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>What can be known of a site before anybody uses it. Each check tells all it finds; none relies on another one having passed.</summary>
internal static class StaticChecks
{
    public static void Run(SiteDraft draft)
    {
        if (draft.Site is not { } site)
        {
            return;
        }

        SiteCheck.Run(draft, site);
        CodeCheck.Run(draft, site);
        LabelCheck.Run(draft, site);
        foreach (var form in draft.Forms.Values)
        {
            var plan = new FormPlan(site, form, Nomenclature.AgeGroups);
            FieldCheck.Run(draft, plan);
            LabelCheck.Run(draft, plan);
            HostFieldCheck.Run(draft, plan);
            CountingCheck.Run(draft, plan);
            DerivedCheck.Run(draft, plan);
            ReferenceCheck.Run(draft, plan);
            CycleCheck.Run(draft, plan);
            ReachCheck.Run(draft, plan);
            GridCheck.Run(draft, form);
        }

        PresenceCheck.Run(draft, site);
        ScheduleCheck.Run(draft);
        ReportCheck.Run(draft, site);
        ChartCheck.Run(draft);
    }

    /// <summary>Says so of every item that bears a name twice.</summary>
    public static void Unique<T>(SiteDraft draft, IEnumerable<T> items, Func<T, string> name, Func<T, FormattableString> sentence, string key = "id")
        where T : class
    {
        foreach (var again in items.GroupBy(name).SelectMany(same => same.Skip(1)))
        {
            draft.Fault(again, key, sentence(again));
        }
    }
}
