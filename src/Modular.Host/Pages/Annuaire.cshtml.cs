using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Host.Security;
using Modular.Sites;

namespace Modular.Host.Pages;

/// <summary>Where to orient somebody, and where workers sit: what the site's plugin says.</summary>
[Authorize(Policy = Policies.Team)]
internal sealed class AnnuaireModel(ISiteCatalogue sites, ICurrentAccount current) : PageModel
{
    public IReadOnlyList<LoadedSite> Sites => [.. current.Required.Sites.Select(sites.FindReadable).OfType<LoadedSite>()];
}
