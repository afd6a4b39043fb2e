using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Modular.Host.Intake;
using Modular.Host.Security;
using Modular.Intake.Drafts;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Pages.Situations;

[Authorize(Policy = Policies.Worker)]
internal sealed class ModifierModel(ISiteCatalogue sites, SituationService service, DraftService drafts, ICurrentAccount current, TimeProvider time)
    : FormPage(sites, service, drafts, current, time)
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public Situation Situation { get; private set; } = null!;

    public override string Button => "Enregistrer la fiche";

    public override string PageAddress => $"/situations/{Id:N}/modifier";

    protected override DraftSubject Subject => new(Situation.Site, "situation", Id, Id, Version, Situation.Number);

    protected override FormLegend? Legend => Situation.Legend;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(isPosted: false, cancellation) is { } refusal)
        {
            return refusal;
        }

        Version = Situation.Version;
        Show("situation", Situation.Answers);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(isPosted: true, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (ReadPosted("situation", Situation.Answers) is { } page)
        {
            return page;
        }

        var result = await Service.EditAsync(Scope, Site, Id, Version, Reading, cancellation);
        if (result is not SaveResult.Saved saved)
        {
            return Answer(result);
        }

        return Saved("La fiche est enregistrée.", saved.Warnings, $"/situations/{Id:N}");
    }

    private async Task<IActionResult?> FindAsync(bool isPosted, CancellationToken cancellation)
    {
        var shown = EntriesShown.None;
        if (await (isPosted ? Service.OpenPostedAsync(Scope, Id, shown, cancellation) : Service.OpenAsync(Scope, Id, shown, cancellation)) is not { } situation)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Situation = situation;
        if (isPosted && AnswerForDraft($"/situations/{Id:N}") is { } answer)
        {
            return answer;
        }

        if (Sites.Find(situation.Site) is not { } site)
        {
            return isPosted ? Keep() : Redirect($"/situations/{Id:N}");
        }

        Site = site;
        return null;
    }
}
