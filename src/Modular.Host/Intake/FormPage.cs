using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Contracts.Answers;
using Modular.Contracts.Rules;
using Modular.Forms;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Intake.Drafts;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Intake;

/// <summary>
/// What the pages of generated forms have in common: a branch that opens, a row that joins or leaves, errors at their fields, two people on one fiche, and the
/// draft of what is not saved yet.
/// </summary>
internal abstract class FormPage(ISiteCatalogue sites, SituationService service, DraftService drafts, ICurrentAccount current, TimeProvider time) : PageModel
{
    /// <summary>Chosen when the page is opened: sent twice, it is saved once.</summary>
    [FromForm(Name = "_id")]
    public Guid Key { get; set; }

    /// <summary>
    /// The same, in the address that a page for something new has once it is open: going back to it after it was saved leads to what was saved.
    /// </summary>
    [FromQuery(Name = "fiche")]
    public Guid? Opened { get; set; }

    /// <summary>What the button that saves says.</summary>
    public abstract string Button { get; }

    /// <summary>Where the page is sent, and where it is found again.</summary>
    public abstract string PageAddress { get; }

    [FromForm(Name = "_version")]
    public int Version { get; set; }

    [FromForm(Name = "_action")]
    public string? Action { get; set; }

    /// <summary>Whose page this is: to nobody else is it given back, should the session end before it is sent.</summary>
    public Guid Owner => current.Required.Account;

    public FormReading Reading { get; private set; } = null!;

    public LoadedSite Site { get; protected set; } = null!;

    /// <summary>What somebody else saved in between, field by field; empty when nobody did.</summary>
    public IReadOnlyList<(string Label, string Theirs)> Overtaken { get; private set; } = [];

    /// <summary>What was typed into questions that the form no longer asks.</summary>
    public IReadOnlyList<ObsoleteAnswer> Unasked { get; private set; } = [];

    /// <summary>Whether what is needed of them was taken up: they go when the page is saved.</summary>
    public bool IsTakenUp => Request.HasFormContentType && Request.Form[ObsoleteAnswer.TakenUp] == "yes";

    /// <summary>
    /// What was typed into a form that is not there, because its site was taken away meanwhile or is only read here. The page is then nothing else.
    /// </summary>
    public PostedForm? Kept { get; private set; }

    /// <summary>The draft that the page was opened with, or null.</summary>
    public DraftSummary? Resumed { get; private set; }

    /// <summary>« à 10 h 42 »: since when what is on the page is kept as a draft; null when it is not.</summary>
    public string? KeptAt { get; private set; }

    /// <summary>Why it is not, in a sentence; null when nothing is wrong.</summary>
    public string? NotKept { get; private set; }

    public string Moment(DateTimeOffset at) => DraftWords.Moment(at, Site?.Zone, time);

    public FormHtml Html => new(Reading);

    /// <summary>Errors that lead to their field, in the order of the form.</summary>
    public IEnumerable<(string Path, string Sentence)> Errors => Reading.Errors.Select(error => (error.Key, error.Value));

    protected ISiteCatalogue Sites => sites;

    protected SituationService Service => service;

    /// <summary>These pages have the policy Worker: nobody else comes here.</summary>
    protected SituationScope Scope =>
        SituationScope.Of(current.Required) ?? throw new InvalidOperationException("A nominative page was about to be served to another role.");

    protected DateOnly Today => Site.Today(time);

    /// <summary>What is written on this page: known as soon as it is found who may write it.</summary>
    protected abstract DraftSubject Subject { get; }

    /// <summary>The questions as they were when what is changed here was last saved; null for something new.</summary>
    protected virtual FormLegend? Legend => null;

    /// <summary>Shows what the account had typed here before it was interrupted, or else what is stored.</summary>
    protected void Show(string form, AnswerSet answers, bool isNew = false)
    {
        if (drafts.Find(Scope, Subject) is not { } draft)
        {
            Reading = isNew ? Site.Blank(form, answers, Today) : Site.Read(form, TypedAnswers.Of(answers), Today, answers).Unjudged();
            return;
        }

        Unasked = ObsoleteAnswer.In(Site.Plan(form), draft.Typed, Legend);
        Reading = Site.Read(form, draft.Typed.Without([.. Unasked.Select(answer => answer.Path)]), Today, answers).Unjudged();
        Version = draft.Head.Subject.Version;
        (Resumed, KeptAt) = (draft.Head, Moment(draft.Head.At));
    }

    /// <summary>
    /// What is asked of the draft and not of the fiche. Nothing of it is read, let alone judged: it needs no form, and outlives a site that is taken away.
    /// </summary>
    /// <param name="way">Where somebody goes who abandons the page.</param>
    /// <returns>The page to answer with; null when something else is asked, or when the draft cannot be kept and the page has to say so.</returns>
    protected IActionResult? AnswerForDraft(string way)
    {
        switch (Action)
        {
            case "draft" when Request.Form[PostedFormProtector.Owner] != Owner.ToString():
                return BadRequest();
            case "draft":
                KeepDraft(TypedAnswers.Of(Request.Form));
                return NotKept is null
                    ? new JsonResult(new { kept = KeptAt })
                    : new JsonResult(new { refused = NotKept }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
            case "keep":
                KeepDraft(TypedAnswers.Of(Request.Form));
                if (NotKept is not null)
                {
                    return null;
                }

                this.Done("Le brouillon est gardé. Vous le retrouverez ici, dans « À reprendre » ; rien n’est encore enregistré dans la fiche.");
                return Redirect("/");
            case "abandon":
                drafts.End(Scope, Subject);
                this.Done("Le brouillon est abandonné. Rien de ce qui était enregistré n’a changé.");
                return Redirect(way);
            default:
                return null;
        }
    }

    /// <summary>It is on the disk: the draft has served.</summary>
    protected RedirectResult Saved(string sentence, IEnumerable<Finding> warnings, string to)
    {
        drafts.End(Scope, Subject);
        this.Done(string.Join(' ', [sentence, .. warnings.Select(warning => warning.Sentence)]));
        return Redirect(to);
    }

    private void KeepDraft(TypedAnswers typed)
    {
        var result = drafts.Keep(Scope, Subject, typed.And(ObsoleteAnswer.CarriedBy(Request.Form)).And(Unasked.Select(answer => (answer.Path, answer.Values))));
        KeptAt = result is DraftResult.Kept kept ? Moment(kept.At) : null;
        NotKept = result switch
        {
            DraftResult.Kept => null,
            DraftResult.TooLong => DraftWords.TooLong,
            DraftResult.TooMany => DraftWords.TooMany,
            DraftResult.Unwritable => DraftWords.Unwritable,
            _ => throw new InvalidOperationException("A page was served outside its account's sites."),
        };
    }

    /// <summary>Reads what was posted. Not null: the page to answer with, because something else than a save was asked.</summary>
    protected IActionResult? ReadPosted(string form, AnswerSet? before = null)
    {
        var posted = TypedAnswers.Of(Request.Form);
        var all = posted.And(ObsoleteAnswer.CarriedBy(Request.Form));
        Unasked = ObsoleteAnswer.In(Site.Plan(form), all, Legend);
        // What the page itself still asked stays: the form says that it has changed.
        var typed = all.Without([.. Unasked.Select(answer => answer.Path).Except(posted.Paths)]);
        if (Action is ['r', 'e', 'm', 'o', 'v', 'e', ':', .. var row] && row.EndsWith(']') && row.LastIndexOf('[') is var open and > 0
            && int.TryParse(row.AsSpan(open + 1, row.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            typed = typed.WithoutRow(row[..open], index);
        }
        else if (Action is ['a', 'd', 'd', ':', .. var group])
        {
            typed = typed.WithRow(group);
        }

        Reading = Site.Read(form, typed, Today, before);
        if (Action is null or "save")
        {
            return Unasked.Count == 0 || IsTakenUp ? null : AgainForUnasked();
        }

        Reading = Reading.Unjudged();
        if (Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
        {
            return new JsonResult(new { hidden = Reading.Hidden, computed = Reading.ComputedTexts() });
        }

        return Again(StatusCodes.Status200OK);
    }

    private PageResult AgainForUnasked()
    {
        Reading = Reading with
        {
            Errors = new Dictionary<string, string>(Reading.Errors)
            {
                [ObsoleteAnswer.TakenUp] =
                    "Le formulaire a changé\u202f: reprenez ce qu’il faut de ce que vous aviez écrit, puis cochez «\u202fJ’ai repris ce qu’il fallait\u202f». "
                        + "Rien n’en est effacé avant.",
            },
        };
        return Again(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The page with what was posted, which is kept as a draft: a browser that is closed now loses nothing.</summary>
    protected PageResult Again(int status)
    {
        KeepDraft(Reading.Typed);
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>The page gives back what was posted until its site is there again.</summary>
    protected PageResult Keep()
    {
        Kept = PostedFormProtector.PageOf(Request, Owner);
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    /// <summary>The page for whatever is not a success.</summary>
    protected IActionResult Answer(SaveResult result)
    {
        switch (result)
        {
            case SaveResult.Refused refused:
                Reading = refused.Reading;
                return Again(StatusCodes.Status422UnprocessableEntity);
            case SaveResult.Overtaken overtaken:
                var (answers, legend, version) = Stored(overtaken.Current);
                // The draft keeps the version it was typed over: taken up again, it is shown beside the other once more.
                var page = Again(StatusCodes.Status409Conflict);
                Version = version;
                Overtaken =
                [
                    .. legend.Sections.SelectMany(section => section.Lines)
                        .Where(line => !Equals(answers[line.Id], Reading.Answers[line.Id]))
                        .Select(line => (line.Label, answers[line.Id] is { } theirs ? line.Read(theirs) : "sans réponse")),
                ];
                return page;
            default:
                return StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>What is stored now in the place of what was edited.</summary>
    protected virtual (AnswerSet Answers, FormLegend Legend, int Version) Stored(Situation current) => (current.Answers, current.Legend, current.Version);
}
