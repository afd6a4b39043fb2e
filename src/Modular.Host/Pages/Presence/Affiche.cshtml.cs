using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Host.Presence;
using Modular.Presence.Listings;
using Modular.Sites;

namespace Modular.Host.Pages.Presence;

/// <summary>The usual week, to be printed and pinned up. Open to anybody where the site publishes its presence.</summary>
[AllowAnonymous]
internal sealed class AfficheModel(PresenceSites sites, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "implantation")]
    public string? Station { get; set; }

    public LoadedSite Site { get; private set; } = null!;

    public IReadOnlyList<PatternText> Weeks { get; private set; } = [];

    public string? OnCall { get; private set; }

    public IActionResult OnGet(string site)
    {
        var reading = sites.Read(site);
        if (reading.Site is not { } found)
        {
            return reading.Status switch
            {
                StatusCodes.Status401Unauthorized => Challenge(),
                StatusCodes.Status403Forbidden => Forbid(),
                _ => NotFound(),
            };
        }

        Site = found;
        Weeks = [.. PatternText.Of(found, found.Today(time)).Where(week => string.IsNullOrEmpty(Station) || week.Station == Station)];
        OnCall = PatternText.OnCallOf(found, found.Today(time));
        return Weeks.Count == 0 ? NotFound() : Page();
    }
}
