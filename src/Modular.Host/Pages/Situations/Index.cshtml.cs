using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Host.Security;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Pages.Situations;

/// <summary>The list. A search is posted: no name in an address.</summary>
[Authorize(Policy = Policies.Worker)]
internal sealed class IndexModel(ISiteCatalogue sites, SituationService service, ICurrentAccount current) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "site")]
    public string? SiteId { get; set; }

    [BindProperty(SupportsGet = true, Name = "poste")]
    public string? Station { get; set; }

    /// <summary>From the query alone: Razor Pages keeps the page's own name under the route value "page".</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [BindProperty(Name = "recherche")]
    public string? Search { get; set; }

    public bool Searched { get; private set; }

    public SituationList List { get; private set; } = SituationList.Empty;

    public IReadOnlyList<string> SiteIds => current.Required.Sites;

    public int Pages => Math.Max(1, (List.Total + PageSize - 1) / PageSize);

    public LoadedSite? Site => SiteId is null ? null : sites.Find(SiteId);

    private SituationScope Scope => SituationScope.Of(current.Required)!;

    public string SiteName(string id) => sites.Find(id)?.Definition.Name ?? id;

    public string StationName(SituationSummary situation) => sites.Find(situation.Site)?.StationName(situation.Station) ?? situation.Station;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choose();
        Number = Math.Max(1, Number);
        List = await service.ListAsync(
            Scope, new SituationFilter(StateOf(State), SiteId, Station, Skip: (Number - 1) * PageSize, Take: PageSize), cancellation);
    }

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        Choose();
        Searched = true;
        if (SiteId is { } site && Search is { Length: > 0 and <= 200 } search)
        {
            List = await service.SearchAsync(Scope, site, search, cancellation);
        }
        else if (Search is { Length: > 0 and <= 200 })
        {
            var found = new List<SituationSummary>();
            foreach (var each in SiteIds)
            {
                found.AddRange((await service.SearchAsync(Scope, each, Search, cancellation)).Situations);
            }

            List = new SituationList(found, found.Count);
        }
    }

    private void Choose()
    {
        SiteId = SiteIds is [var only] ? only : SiteIds.FirstOrDefault(id => id == SiteId);
        Station = string.IsNullOrEmpty(Station) ? null : Station;
    }

    private static SituationState StateOf(string? state) => state switch
    {
        "toutes" => SituationState.All,
        "a-contacter" => SituationState.NotContacted,
        "closes" => SituationState.Closed,
        _ => SituationState.Open,
    };
}
