using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Host.Presence;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Presence.Marks;
using Modular.Sites;

namespace Modular.Host.Pages.Presence;

/// <summary>Who holds each post, and when that person is away.</summary>
[Authorize(Policy = Policies.Team)]
internal sealed class PostesModel(PresenceSites sites, PostDesk desk, ICurrentViewer current, TimeProvider time) : PageModel
{
    /// <summary>Absences are listed from a month ago to a year ahead.</summary>
    private const int DaysBack = 31;
    private const int DaysAhead = 366;

    [BindProperty(SupportsGet = true, Name = "site")]
    public string? SiteId { get; set; }

    [FromForm(Name = "poste")]
    public string? Post { get; set; }

    [FromForm(Name = "du")]
    public string? From { get; set; }

    [FromForm(Name = "au")]
    public string? To { get; set; }

    public LoadedSite Site { get; private set; } = null!;

    public PresenceRecords Records { get; private set; } = PresenceRecords.None;

    public DateOnly Today => Site.Today(time);

    /// <summary>Naming is the coordinator's: it may be published.</summary>
    public bool MayName => current.Required.Role == Role.Coordinator;

    private string Address => $"/presence/postes?site={Site.Id}";

    public string? WorkerOf(string post) => Records.Holders.LastOrDefault(holder => holder.Post == post && holder.Covers(Today))?.Worker;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LostAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAbsenceAsync([FromForm(Name = "motif")] string? reason, CancellationToken cancellation)
    {
        if (await LostAsync(cancellation) is { } lost)
        {
            return lost;
        }

        var (from, to) = (Moment.ReadDay(From), Moment.ReadDay(To));
        if (from is null)
        {
            ModelState.AddModelError("du", "Indiquez le premier jour de l’absence.");
        }

        if (to is null)
        {
            ModelState.AddModelError("au", "Indiquez le dernier jour de l’absence.");
        }

        return from is { } first && to is { } last
            ? Said(await desk.AbsentAsync(Site, Post, first, last, reason, cancellation), "L’absence est enregistrée. Les permanences concernées sont à pourvoir.")
            : Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync([FromForm(Name = "absence")] Guid absence, CancellationToken cancellation)
    {
        if (await LostAsync(cancellation) is { } lost)
        {
            return lost;
        }

        await desk.EndAbsenceAsync(Site, absence, cancellation);
        return Said(null, "L’absence est retirée.");
    }

    public async Task<IActionResult> OnPostNommerAsync([FromForm(Name = "nom")] string? worker, CancellationToken cancellation)
    {
        if (await LostAsync(cancellation) is { } lost)
        {
            return lost;
        }

        return MayName
            ? Said(await desk.NameAsync(Site, Post, worker, Moment.ReadDay(From) ?? Today, cancellation), "Le nom est enregistré.")
            : Forbid();
    }

    private IActionResult Said(Refusal? refusal, string done)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal.Sentence);
            return Page();
        }

        this.Done(done);
        return Redirect(Address);
    }

    private async Task<IActionResult?> LostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(SiteId))
        {
            return NotFound();
        }

        if (sites.Find(SiteId) is not { } site)
        {
            return Forbid();
        }

        Site = site;
        Records = await desk.RecordsAsync(site, Today.AddDays(-DaysBack), Today.AddDays(DaysAhead), cancellation);
        return null;
    }
}
