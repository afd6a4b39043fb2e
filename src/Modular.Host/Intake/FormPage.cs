using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Host.Security;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Intake;

/// <summary>
/// What the pages of generated forms have in common: a branch that opens, a row that joins or leaves, errors at their fields, two people on one fiche.
/// </summary>
internal abstract class FormPage(ISiteCatalogue sites, SituationBook book, ICurrentViewer current, TimeProvider time) : PageModel
{
    /// <summary>Chosen when the page is opened: sent twice, it is saved once.</summary>
    [FromForm(Name = "_id")]
    public Guid Key { get; set; }

    /// <summary>
    /// The same, in the address of a page for something new: going back to it after it was saved leads to what was saved, where a browser that fills in again
    /// what had been typed would make a second one of it.
    /// </summary>
    [FromQuery(Name = "fiche")]
    public Guid? Opened { get; set; }

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

    /// <summary>What was typed into a form that is no longer there, because its site was taken away meanwhile. The page is then nothing else.</summary>
    public KeptPage? Kept { get; private set; }

    public FormHtml Html => new(Site.Definition, Reading);

    /// <summary>Errors that lead to their field, in the order of the form.</summary>
    public IEnumerable<(string Path, string Sentence)> Errors => Reading.Errors.Select(error => (error.Key, error.Value));

    protected ISiteCatalogue Sites => sites;

    protected SituationBook Book => book;

    /// <summary>The policy Worker stands before these pages: nobody else comes here.</summary>
    protected NominativeScope Scope => NominativeScope.Of(current.Required) ?? throw new InvalidOperationException("A nominative page was about to be served to another role.");

    protected DateOnly Today => Site.Today(time);

    protected void Show(FormDefinition form, AnswerSet answers) => Reading = FormReader.Read(Site, form, Submission.Of(answers), Today, answers).Unjudged();

    /// <summary>Reads what was posted. Not null: the page to answer with, because something else than a save was asked.</summary>
    protected IActionResult? ReadPosted(FormDefinition form, AnswerSet? before = null)
    {
        var typed = Submission.Of(Request.Form);
        if (Action is ['r', 'e', 'm', 'o', 'v', 'e', ':', .. var row] && row.EndsWith(']') && row.LastIndexOf('[') is var open and > 0
            && int.TryParse(row.AsSpan(open + 1, row.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            typed = typed.WithoutRow(row[..open], index);
        }
        else if (Action is ['a', 'd', 'd', ':', .. var group])
        {
            typed = typed.WithRow(group);
        }

        Reading = FormReader.Read(Site, form, typed, Today, before);
        if (Action is null or "save")
        {
            return null;
        }

        Reading = Reading.Unjudged();
        return Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)
            ? new JsonResult(new { hidden = Reading.Hidden, computed = Html.ComputedTexts() })
            : Page();
    }

    /// <summary>The page gives back what was posted until its site is there again.</summary>
    protected PageResult Keep()
    {
        Kept = KeptPost.PageOf(Request, Owner);
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
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            case SaveResult.Overtaken overtaken:
                var (answers, legend, version) = Stored(overtaken.Current);
                Version = version;
                Overtaken =
                [
                    .. legend.Sections.SelectMany(section => section.Lines)
                        .Where(line => !Equals(answers[line.Id], Reading.Answers[line.Id]))
                        .Select(line => (line.Label, answers[line.Id] is { } theirs ? line.Read(theirs) : "sans réponse")),
                ];
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                return StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>What stands in the store now in the place of what was edited.</summary>
    protected virtual (AnswerSet Answers, FormLegend Legend, int Version) Stored(Situation current) => (current.Answers, current.Legend, current.Row.Version);
}
