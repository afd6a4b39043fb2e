using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Host.Intake;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Intake.Drafts;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Pages.Situations;

[Authorize(Policy = Policies.Worker)]
internal sealed class NouvelleModel(ISiteCatalogue sites, SituationService service, DraftService drafts, ICurrentAccount current, TimeProvider time)
    : FormPage(sites, service, drafts, current, time)
{
    [FromQuery(Name = "site")]
    public string? SiteId { get; set; }

    /// <summary>The sites to choose from, when there are several and none is chosen.</summary>
    public IReadOnlyList<LoadedSite> Choices => [.. Scope.Sites.Select(Sites.Find).OfType<LoadedSite>()];

    public bool HasSite => Site is not null;

    /// <summary>The site asked for, loaded or not.</summary>
    private string? SiteAsked => SiteId is { Length: > 0 } id ? id : Scope.Sites is [var only] ? only : null;

    public override string Button => "Enregistrer la situation";

    public override string PageAddress => $"/situations/nouvelle?site={Uri.EscapeDataString(Site.Id)}&fiche={Key:N}";

    protected override DraftSubject Subject => new(SiteAsked!, "situation", Key, Key, Version);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Find() is { } refusal)
        {
            return refusal;
        }

        if (HasSite)
        {
            if (Opened is { } opened && await Service.HasAsync(Scope, opened, cancellation))
            {
                this.Done("Cette situation est déjà enregistrée : la voici.");
                return Redirect($"/situations/{opened:N}");
            }

            Key = Opened ?? Guid.NewGuid();
            var plan = Site.Plan("situation");
            var start = AnswerSet.Empty.With(plan.Id(FieldRole.ReferralDate), new Answer.Day(Today));
            Show("situation", Site.Definition.Stations is [var only] ? start.With(plan.Id(FieldRole.Station), new Answer.Choice(only.Id)) : start, isNew: true);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Find() is { } refusal)
        {
            return refusal;
        }

        if (Key == Guid.Empty)
        {
            return BadRequest();
        }

        if (SiteAsked is not null && await ForDraftAsync(cancellation) is { } answer)
        {
            return answer;
        }

        if (!HasSite)
        {
            return Keep();
        }

        if (ReadPosted("situation") is { } page)
        {
            return page;
        }

        // A version is on the page once somebody else's was shown beside what was typed.
        var result = Version > 0
            ? await Service.EditAsync(Scope, Site, Key, Version, Reading, cancellation)
            : await Service.CreateAsync(Scope, Site, Key, Reading, cancellation);
        if (result is not SaveResult.Saved saved)
        {
            return Answer(result);
        }

        return Saved("La situation est enregistrée.", saved.Warnings, $"/situations/{saved.Situation:N}");
    }

    private async Task<IActionResult?> ForDraftAsync(CancellationToken cancellation)
    {
        // Saved from another tab meanwhile: what is typed in this one is a change of it.
        if (Version == 0 && Action is "draft" or "keep" && await Service.HasAsync(Scope, Key, cancellation))
        {
            Version = 1;
        }

        return AnswerForDraft("/situations");
    }

    private StatusCodeResult? Find()
    {
        if (SiteAsked is not { } id)
        {
            return null;
        }

        if (!Scope.Sites.Contains(id))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Site = Sites.Find(id)!;
        return null;
    }
}
