using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Host.Intake;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Intake.Drafts;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Pages.Situations;

/// <summary>One thing that happens to a situation: a contact with its orientations, an assessment of danger, the closing.</summary>
[Authorize(Policy = Policies.Worker)]
internal sealed class EtapeModel(ISiteCatalogue sites, SituationService service, DraftService drafts, ICurrentAccount current, TimeProvider time)
    : FormPage(sites, service, drafts, current, time)
{
    // From the address alone: a site's form may have a field of any name.
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [FromRoute(Name = "step")]
    public string Address { get; set; } = "";

    /// <summary>The entry that is changed; none for a new one.</summary>
    [FromRoute(Name = "entry")]
    public Guid? Entry { get; set; }

    public Situation Situation { get; private set; } = null!;

    public EntryKind Step { get; private set; } = null!;

    /// <summary>What the fiche still lacks before it may be closed.</summary>
    public IReadOnlyList<FormField> Missing { get; private set; } = [];

    public override string Button => Step.Button;

    public override string PageAddress => Entry is { } entry ? $"/situations/{Id:N}/{Address}/{entry:N}" : $"/situations/{Id:N}/{Address}?fiche={Key:N}";

    /// <summary>An entry that was saved from another tab meanwhile is changed by what is typed in this one.</summary>
    protected override DraftSubject Subject =>
        new(Situation.Site, Step.Form, Id, Key, Version == 0 && Situation.Entry(Key) is not null ? 1 : Version, Situation.Number);

    protected override FormLegend? Legend => Situation.Entry(Key)?.Legend;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(isRead: true, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (Entry is { } id)
        {
            if (Situation.Entry(id) is not { } entry || entry.Form != Step.Form)
            {
                return StatusCode(StatusCodes.Status403Forbidden);
            }

            Key = id;
            Version = entry.Version;
            Show(Step.Form, entry.Answers);
        }
        else if (Opened is { } opened && Situation.Entry(opened) is not null)
        {
            this.Done(Step.Saved);
            return Redirect($"/situations/{Id:N}");
        }
        else
        {
            Key = Opened ?? Guid.NewGuid();
            Show(Step.Form, AnswerSet.Empty.With(Site.Plan(Step.Form).Id(Step.Day), new Answer.Day(Today)), isNew: true);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(isRead: false, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (ReadPosted(Step.Form, Situation.Entry(Key)?.Answers) is { } page)
        {
            return page;
        }

        if (Step.Form == "closing" && Missing.Count > 0)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        var result = await Service.PutEntryAsync(Scope, Site, Id, Key, Version, Reading, cancellation);
        if (result is not SaveResult.Saved saved)
        {
            return Answer(result);
        }

        return Saved(Step.Saved, saved.Warnings, $"/situations/{Id:N}");
    }

    protected override (AnswerSet Answers, FormLegend Legend, int Version) Stored(Situation current) =>
        current.Entry(Key) is { } entry ? (entry.Answers, entry.Legend, entry.Version) : base.Stored(current);

    /// <param name="isRead">Whether the situation is about to be shown: a reading for the journal.</param>
    private async Task<IActionResult?> FindAsync(bool isRead, CancellationToken cancellation)
    {
        if (EntryKind.Of(Address) is not { } step)
        {
            return NotFound();
        }

        var shown = new EntriesShown.Only(Entry ?? Opened ?? Key);
        if (await (isRead ? Service.OpenAsync(Scope, Id, shown, cancellation) : Service.OpenPostedAsync(Scope, Id, shown, cancellation)) is not { } situation)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (Step, Situation) = (step, situation);
        if (HttpMethods.IsPost(Request.Method))
        {
            if (Key == Guid.Empty || (Entry is { } id && id != Key))
            {
                return BadRequest();
            }

            if (AnswerForDraft($"/situations/{Id:N}") is { } answer)
            {
                return answer;
            }
        }

        if (Sites.Find(situation.Site) is not { } site || !site.Forms.ContainsKey(step.Form))
        {
            return HttpMethods.IsPost(Request.Method) ? Keep() : Redirect($"/situations/{Id:N}");
        }

        Site = site;
        Missing = step.Form == "closing" ? MissingAnswers.In(site, situation, Today) : [];
        return null;
    }
}
