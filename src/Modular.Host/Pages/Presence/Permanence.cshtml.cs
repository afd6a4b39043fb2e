using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Host.Presence;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Presence;
using Modular.Presence.Days;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Sites;

namespace Modular.Host.Pages.Presence;

[Authorize(Policy = Policies.Team)]
internal sealed class PermanenceModel(PresenceSites sites, PresenceCalendar calendar, OutcomeService service, ICurrentAccount current, TimeProvider time)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string? Id { get; set; }

    [FromForm(Name = "revision")]
    public int Revision { get; set; }

    public LoadedSite Site { get; private set; } = null!;

    public Occurrence Occurrence { get; private set; } = null!;

    public OccurrenceTimeForm OccurrenceTimeForm { get; private set; } = new();

    /// <summary>The part of the page whose form was refused: it stays open.</summary>
    public string? Open { get; private set; }

    public bool CanBeHeld => Occurrence.State is not (PresenceState.Held or PresenceState.Moved) && Occurrence.Start <= time.GetUtcNow();

    public string Back => $"/presence?semaine={IsoWeek.Of(Occurrence.Day)}&site={Site.Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostTenueAsync(CancellationToken cancellation) =>
        SayAsync("tenue", "La permanence est notée tenue.", request => service.HoldAsync(request, cancellation), cancellation);

    public Task<IActionResult> OnPostAnnulerAsync([FromForm(Name = "motif")] string? reason, CancellationToken cancellation) =>
        SayAsync("annuler", "La permanence est annulée.", request => service.SkipAsync(request, reason, cancellation), cancellation);

    public Task<IActionResult> OnPostNonAssureeAsync([FromForm(Name = "motif")] string? reason, CancellationToken cancellation) =>
        SayAsync(
            "non-assuree",
            "La permanence est signalée non assurée\u202f: il reste à trouver quelqu’un.",
            request => service.UncoverAsync(request, reason, cancellation),
            cancellation);

    public Task<IActionResult> OnPostRemplacerAsync(
        [FromForm(Name = "poste")] string? post, [FromForm(Name = "nom")] string? name, CancellationToken cancellation) =>
        SayAsync("remplacer", "Le remplacement est enregistré.", request => service.ReplaceAsync(request, post, name, cancellation), cancellation);

    public Task<IActionResult> OnPostRevenirAsync(CancellationToken cancellation) =>
        SayAsync("revenir", "La permanence est de nouveau celle du calendrier habituel.", request => service.ResetAsync(request, cancellation), cancellation);

    // Not named "moment": one of its fields is, and would be taken for the prefix of all.
    public Task<IActionResult> OnPostDeplacerAsync([FromForm] OccurrenceTimeForm asked, CancellationToken cancellation)
    {
        OccurrenceTimeForm = asked;
        return SayAsync("deplacer", "La permanence est déplacée.", async request => asked.Read(ModelState) is { } read
            ? await service.MoveAsync(request, read.Day, read.HalfDay, read.Hours, cancellation)
            : null, cancellation);
    }

    private async Task<IActionResult> SayAsync(string part, string done, Func<OutcomeRequest, Task<Refusal?>> say, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } lost)
        {
            return lost;
        }

        if (await say(new OutcomeRequest(Site, Occurrence.Id, Revision, current.Required.Account)) is { } refusal)
        {
            ModelState.AddModelError("", refusal.Sentence);
        }

        if (!ModelState.IsValid)
        {
            Open = part;
            return Page();
        }

        this.Done(done);
        return Redirect(Back);
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        if (!OccurrenceId.TryParse(Id, out var id))
        {
            return NotFound();
        }

        if (sites.Find(id.Site) is not { } site)
        {
            return Forbid();
        }

        if ((await calendar.BetweenAsync(site, id.Day, id.Day, cancellation)).FirstOrDefault(occurrence => occurrence.Id == id) is not { } found)
        {
            return NotFound();
        }

        (Site, Occurrence) = (site, found);
        return null;
    }
}
