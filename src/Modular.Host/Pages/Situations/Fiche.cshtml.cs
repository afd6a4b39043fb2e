using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Contracts.Forms;
using Modular.Contracts.Rules;
using Modular.Host.Intake;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Intake.Forms;
using Modular.Intake.Reminders;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Pages.Situations;

[Authorize(Policy = Policies.Worker)]
internal sealed class FicheModel(ISiteCatalogue sites, SituationService service, WaitingList waiting, ICurrentAccount current, TimeProvider time)
    : PageModel
{
    private static readonly FieldRole[] Days = [FieldRole.ContactDate, FieldRole.ClosingDate, FieldRole.AssessmentDate];

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The entry before which those that are shown come; none: the newest.</summary>
    [FromQuery(Name = "avant")]
    public Guid? Before { get; set; }

    public Situation Situation { get; private set; } = null!;

    /// <summary>Null when the site is not loaded: the situation stays readable, and cannot be changed.</summary>
    public LoadedSite? Site { get; private set; }

    /// <summary>A site whose code this host lacks is shown as any other, and nothing is offered that would be refused.</summary>
    public bool CanChange => Site is { IsReadOnly: false };

    public IReadOnlyList<FormField> Missing { get; private set; } = [];

    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    public IReadOnlyList<(string Label, string Text)> SafeContact { get; private set; } = [];

    /// <summary>Null once somebody met the person, or the situation is closed.</summary>
    public WaitingSituation? Waiting { get; private set; }

    public string StationName => Site?.StationName(Situation.Summary.Station) ?? Situation.Summary.Station;

    public IEnumerable<LegendSection> Sections => Situation.Legend.Sections.Where(section => section != SafeContactSection && Lines(section).Any());

    /// <summary>Names and addresses stay folded until somebody needs them.</summary>
    public LegendSection? Identity => Situation.Legend.Section(FieldRole.Person);

    private LegendSection? SafeContactSection => Situation.Legend.Section(FieldRole.SafePhone);

    private SituationScope Scope => SituationScope.Of(current.Required)!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await service.OpenAsync(Scope, Id, new EntriesShown.Newest(Before), cancellation) is not { } situation)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Situation = situation;
        Site = sites.FindReadable(situation.Site);
        SafeContact = [.. SafeContactSection is { } safe ? Lines(safe) : []];
        if (Site is { IsReadOnly: true } readOnly)
        {
            (Waiting, Reminders) = waiting.Kept(readOnly, situation);
        }
        else if (Site is { } site)
        {
            var today = site.Today(time);
            var view = SituationService.View(site, situation);
            Missing = situation.IsClosed ? [] : MissingAnswers.In(site, situation, today);
            Reminders = RulesOrDefaults.Remind(site, view, today);
            Waiting = situation.IsClosed || situation.Summary.FirstContactOn is not null
                ? null
                : new(situation.Summary, site, RulesOrDefaults.Prioritise(site, view), today);
        }

        return Page();
    }

    /// <summary>A post that asks for nothing known changes nothing, and is bounded as a reading is.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => OnGetAsync(cancellation);

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellation)
    {
        if (await service.OpenAsync(Scope, Id, EntriesShown.None, cancellation) is not { } situation || sites.Find(situation.Site) is not { } site
            || await service.ReopenAsync(Scope, site, Id, cancellation) is not SaveResult.Saved)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        this.Done("La situation est rouverte. Sa clôture reste lisible dans le déroulé.");
        return Redirect($"/situations/{Id:N}");
    }

    public IEnumerable<(string Label, string Text)> Lines(LegendSection section) =>
        section.Lines.Where(line => Situation.Answers.Has(line.Id)).Select(line => (line.Label, line.Read(Situation.Answers[line.Id]!)));

    public static IEnumerable<(string Label, string Text)> Lines(Entry entry) =>
        entry.Legend.Sections.SelectMany(section => section.Lines).Where(line => entry.Answers.Has(line.Id) && !Days.Any(day => entry.Legend.Line(day) == line))
            .Select(line => (line.Label, line.Read(entry.Answers[line.Id]!)));
}
