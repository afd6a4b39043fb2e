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

    /// <summary>The situation that the page follows, or precedes; none: the first page.</summary>
    [BindProperty(SupportsGet = true, Name = "apres")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "avant")]
    public Guid? Before { get; set; }

    [BindProperty(Name = "recherche")]
    public string? Search { get; set; }

    public bool Searched { get; private set; }

    public SituationList List { get; private set; } = SituationList.Empty;

    public IReadOnlyList<string> SiteIds => current.Required.Sites;

    public bool IsOldestFirst => State == "a-contacter";

    public LoadedSite? Site => SiteId is null ? null : sites.FindReadable(SiteId);

    private SituationScope Scope => SituationScope.Of(current.Required)!;

    public string SiteName(string id) => sites.FindReadable(id)?.Definition.Name ?? id;

    /// <summary>The page beside this one: <c>apres</c> or <c>avant</c> one of its situations.</summary>
    public string Beside(string side, SituationSummary situation) =>
        $"/situations?etat={State ?? "ouvertes"}&site={SiteId}&poste={Station}&{side}={situation.Id:N}";

    public string StationName(SituationSummary situation) => sites.FindReadable(situation.Site)?.StationName(situation.Station) ?? situation.Station;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choose();
        List = await service.ListAsync(
            Scope, new SituationFilter(StateOf(State), SiteId, Station, After: After, Before: After is null ? Before : null, Take: PageSize), cancellation);
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
