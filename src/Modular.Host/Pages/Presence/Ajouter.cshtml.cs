using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Modular.Contracts.Sites;
using Modular.Contracts.Wording;
using Modular.Host.Presence;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Presence.Days;
using Modular.Presence.Outcomes;

namespace Modular.Host.Pages.Presence;

[Authorize(Policy = Policies.Team)]
internal sealed class AjouterModel(PresenceSites sites, OutcomeService service, ICurrentAccount current) : PresencePage(sites)
{
    [BindProperty(SupportsGet = true, Name = "semaine")]
    public string? WeekText { get; set; }

    /// <summary>A post at one of its stations, as <c>poste-3/andelot</c>.</summary>
    [FromForm(Name = "lieu")]
    public string? Place { get; set; }

    public OccurrenceTimeForm OccurrenceTimeForm { get; private set; } = new();

    public IEnumerable<(Post Post, string Station)> Places => Site.Definition.Posts.SelectMany(post => post.Stations.Select(station => (post, station)));

    public string Back => IsoWeek.TryParse(WeekText, out var week) ? $"/presence?semaine={week}&site={Site.Id}" : $"/presence?site={Site.Id}";

    public void OnGet() => OccurrenceTimeForm.Day = IsoWeek.TryParse(WeekText, out var week) ? OccurrenceTimeForm.Spell(week.Monday) : null;

    // Not named "moment": one of its fields is, and would be taken for the prefix of all.
    public async Task<IActionResult> OnPostAsync([FromForm] OccurrenceTimeForm asked, CancellationToken cancellation)
    {
        OccurrenceTimeForm = asked;
        if (Place?.Split('/') is not [var post, var station])
        {
            ModelState.AddModelError("lieu", "Choisissez un poste et une implantation.");
            (post, station) = ("", "");
        }

        if (asked.Read(ModelState) is { } read && ModelState.IsValid)
        {
            if (await service.AddAsync(Site, current.Required.Account, post, station, read.Day, read.HalfDay, read.Hours, cancellation) is not { } refusal)
            {
                this.Done($"La permanence de {FrenchTime.WeekDay(read.Day)} est ajoutée.");
                return Redirect($"/presence?semaine={IsoWeek.Of(read.Day)}&site={Site.Id}");
            }

            ModelState.AddModelError("", refusal.Sentence);
        }

        return Page();
    }
}
