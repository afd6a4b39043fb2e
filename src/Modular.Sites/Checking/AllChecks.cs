using Modular.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>What can be known of a site before anybody uses it. Each check tells all it finds; none relies on another one having passed.</summary>
internal static class AllChecks
{
    public static void Run(SiteDraft draft)
    {
        if (draft.Site is not { } site)
        {
            return;
        }

        DefinitionCheck.Run(draft, site);
        CodeCheck.Run(draft, site);
        LabelCheck.Run(draft, site);
        foreach (var form in draft.Forms.Values)
        {
            var plan = new FormPlan(site, form, Nomenclature.AgeGroups);
            FieldCheck.Run(draft, plan);
            LabelCheck.Run(draft, plan);
            RoleCheck.Run(draft, plan);
            CountingCheck.Run(draft, plan);
            DerivedCheck.Run(draft, plan);
            ReferenceCheck.Run(draft, plan);
            CycleCheck.Run(draft, plan);
            ConstantConditionCheck.Run(draft, plan);
            GridCheck.Run(draft, form);
        }

        PresenceCheck.Run(draft, site);
        ScheduleCheck.Run(draft);
        ReportCheck.Run(draft, site);
        ChartCheck.Run(draft);
    }
}
