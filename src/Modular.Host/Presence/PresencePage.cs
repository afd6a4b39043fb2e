using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Sites;

namespace Modular.Host.Presence;

/// <summary>A page of one site, which the address names and the account reads.</summary>
internal abstract class PresencePage(PresenceSites sites) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "site")]
    public string? SiteId { get; set; }

    public LoadedSite Site { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (string.IsNullOrEmpty(SiteId) || sites.Find(SiteId) is not { } site)
        {
            context.Result = string.IsNullOrEmpty(SiteId) ? NotFound() : Forbid();
            return;
        }

        Site = site;
        await next();
    }
}
