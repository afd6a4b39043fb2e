using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Modular.Access;
using Modular.Host.Presence;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Presence;
using Modular.Presence.Staffing;

namespace Modular.Host.Pages.Presence;

[Authorize(Policy = Policies.Team)]
internal sealed class PostesModel(PresenceSites sites, StaffingService service, ICurrentAccount current, TimeProvider time) : PresencePage(sites)
{
    /// <summary>Absences are listed from a month ago to a year ahead.</summary>
    private const int DaysBack = 31;
    private const int DaysAhead = 366;

    [FromForm(Name = "poste")]
    public string? Post { get; set; }

    [FromForm(Name = "du")]
    public string? From { get; set; }

    [FromForm(Name = "au")]
    public string? To { get; set; }

    public PresenceRecords Records { get; private set; } = PresenceRecords.None;

    public DateOnly Today => Site.Today(time);

    /// <summary>Naming is the coordinator's: it may be published.</summary>
    public bool MayName => current.Required.Role == Role.Coordinator;

    public string? WorkerOf(string post) => Records.Holders.LastOrDefault(holder => holder.Post == post && holder.Covers(Today))?.Worker;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        await base.OnPageHandlerExecutionAsync(context, async () =>
        {
            Records = await service.RecordsAsync(Site, Today.AddDays(-DaysBack), Today.AddDays(DaysAhead), HttpContext.RequestAborted);
            return await next();
        });

    public async Task<IActionResult> OnPostAbsenceAsync([FromForm(Name = "motif")] string? reason, CancellationToken cancellation)
    {
        var (from, to) = (OccurrenceTimeForm.ReadDay(From), OccurrenceTimeForm.ReadDay(To));
        if (from is null)
        {
            ModelState.AddModelError("du", "Indiquez le premier jour de l’absence.");
        }

        if (to is null)
        {
            ModelState.AddModelError("au", "Indiquez le dernier jour de l’absence.");
        }

        return from is { } first && to is { } last
            ? Said(
                await service.AbsentAsync(Site, Post, first, last, reason, cancellation),
                "L’absence est enregistrée. Les permanences concernées sont à pourvoir.")
            : Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync([FromForm(Name = "absence")] Guid absence, CancellationToken cancellation)
    {
        return Said(await service.EndAbsenceAsync(Site, absence, cancellation), "L’absence est retirée.");
    }

    public async Task<IActionResult> OnPostNommerAsync([FromForm(Name = "nom")] string? worker, CancellationToken cancellation) => MayName
        ? Said(await service.NameAsync(Site, Post, worker, OccurrenceTimeForm.ReadDay(From) ?? Today, cancellation), "Le nom est enregistré.")
        : Forbid();

    private IActionResult Said(Refusal? refusal, string done)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal.Sentence);
            return Page();
        }

        this.Done(done);
        return Redirect($"/presence/postes?site={Site.Id}");
    }
}
