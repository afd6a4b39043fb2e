using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Contracts.Reports;
using Modular.Host.Security;
using Modular.Sites;

namespace Modular.Host.Pages.Bilans;

[Authorize(Policy = Policies.Team)]
internal sealed class IndexModel(ISiteCatalogue sites, ICurrentAccount current, TimeProvider time) : PageModel
{
    public IReadOnlyList<LoadedSite> Sites => [.. sites.Readable.Where(site => current.Required.Sites.Contains(site.Id))];

    public string PurposeOf(LoadedSite site, ReportDefinition report) =>
        $"{Every(report.Period)}, ouvert sur\u202F: {PeriodChoice.First(report, site.Today(time)).Name}.";

    private static string Every(PeriodKind kind) => kind switch
    {
        PeriodKind.Week => "Chaque semaine",
        PeriodKind.Month => "Chaque mois",
        PeriodKind.Quarter => "Chaque trimestre",
        PeriodKind.Year => "Chaque année",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
