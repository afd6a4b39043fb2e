using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Modular.Contracts.Answers;
using Modular.Host.Intake;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Pages.Situations;

[Authorize(Policy = Policies.Worker)]
internal sealed class NouvelleModel(ISiteCatalogue sites, SituationBook book, ICurrentViewer current, TimeProvider time) : FormPage(sites, book, current, time)
{
    [FromQuery(Name = "site")]
    public string? SiteId { get; set; }

    /// <summary>The sites to choose from, when there are several and none is chosen.</summary>
    public IReadOnlyList<LoadedSite> Choices => [.. Scope.Sites.Select(Sites.Find).OfType<LoadedSite>()];

    public bool HasSite => Site is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Find() is { } refusal)
        {
            return refusal;
        }

        if (HasSite)
        {
            if (Opened is not { } opened)
            {
                return Redirect($"/situations/nouvelle?site={Site.Id}&fiche={Guid.NewGuid():N}");
            }

            if (await Book.HasAsync(Scope, opened, cancellation))
            {
                this.Done("Cette situation est déjà enregistrée : la voici.");
                return Redirect($"/situations/{opened:N}");
            }

            Key = opened;
            var start = AnswerSet.Empty.With("referred_on", new Answer.Day(Today));
            Show(Site.Forms["situation"], Site.Definition.Stations is [var only] ? start.With("station", new Answer.Choice(only.Id)) : start);
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

        if (!HasSite)
        {
            return Keep();
        }

        if (ReadPosted(Site.Forms["situation"]) is { } page)
        {
            return page;
        }

        // A version stands on the page once somebody else's was shown beside what was typed.
        var result = Version > 0
            ? await Book.EditAsync(Scope, Site, Key, Version, Reading, cancellation)
            : await Book.CreateAsync(Scope, Site, Key, Reading, cancellation);
        if (result is not SaveResult.Saved saved)
        {
            return Answer(result);
        }

        this.Done(string.Join(' ', ["La situation est enregistrée.", .. saved.Warnings.Select(warning => warning.Sentence)]));
        return Redirect($"/situations/{saved.Situation:N}");
    }

    private StatusCodeResult? Find()
    {
        var id = SiteId is { Length: > 0 } ? SiteId : Scope.Sites is [var only] ? only : null;
        if (id is null)
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
