using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Contracts.Presence;
using Modular.Contracts.Wording;
using Modular.Host.Presence;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Presence;
using Modular.Presence.Cover;
using Modular.Presence.Days;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using Modular.Sites;

namespace Modular.Host.Pages.Presence;

[Authorize(Policy = Policies.Team)]
internal sealed class IndexModel(
    PresenceSites sites, PresenceCalendar calendar, OutcomeService service, StaffingService posts, ICurrentAccount current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "site")]
    public string? SiteId { get; set; }

    [BindProperty(SupportsGet = true, Name = "semaine")]
    public string? WeekText { get; set; }

    public IReadOnlyList<LoadedSite> Sites => sites.All;

    /// <summary>Null when the account has no site that is loaded.</summary>
    public LoadedSite? Site { get; private set; }

    public PresenceWeek Week { get; private set; } = null!;

    public IReadOnlyList<PresenceWarning> Warnings { get; private set; } = [];

    public PresenceAhead Ahead { get; private set; } = null!;

    public IReadOnlyList<PostWeek> Posts { get; private set; } = [];

    public bool HasSites => current.Required.Sites.Count > 0;

    public IsoWeek ThisWeek { get; private set; }

    /// <summary>What is over and that nobody has said anything of.</summary>
    public IReadOnlyList<Occurrence> ToSay { get; private set; } = [];

    /// <summary>Monday to Friday, and a day of the week-end where something is held.</summary>
    public IEnumerable<DateOnly> Days => Week.Week.Days.Where(day =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || Week.Occurrences.Any(occurrence => occurrence.Day == day));

    public IEnumerable<Occurrence> Cell(DateOnly day, HalfDay half, string station) =>
        Week.Occurrences.Where(occurrence => occurrence.Day == day && occurrence.Station == station && occurrence.CountsFor.Contains(half));

    public IEnumerable<Occurrence> Duties(DateOnly day) => Week.Occurrences.Where(occurrence => occurrence.Day == day && occurrence.OnCall);

    public string AddressOf(IsoWeek week) => $"/presence?semaine={week}&site={Site!.Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (sites.Find(SiteId) is not { } site)
        {
            return string.IsNullOrEmpty(SiteId) ? Page() : Forbid();
        }

        Site = site;
        ThisWeek = IsoWeek.Of(site.Today(time));
        if (!TryChoose(out var week))
        {
            return NotFound();
        }

        Week = await calendar.WeekAsync(site, week, cancellation);
        Warnings = PresenceWarnings.Of(site, Week);
        Ahead = await calendar.LookAheadAsync(site, cancellation);
        var records = await posts.RecordsAsync(site, week.Monday, week.Sunday, cancellation);
        Posts = [.. site.Definition.Posts.Select(post => PostWeek.Of(post, records, week))];
        var over = Week.Occurrences.Where(occurrence => !occurrence.OnCall && occurrence.End <= time.GetUtcNow());
        ToSay = [.. over.Where(occurrence => occurrence.State is PresenceState.Planned or PresenceState.Replaced)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "tenue")] string[] held, CancellationToken cancellation)
    {
        if (sites.Find(SiteId) is not { } site || !TryChoose(out var week, site))
        {
            return Forbid();
        }

        if (site.IsReadOnly)
        {
            // Every page of it says so.
            return Redirect($"/presence?semaine={week}&site={site.Id}");
        }

        var said = 0;
        foreach (var text in held)
        {
            if (ShownOccurrence.TryParse(text, out var choice)
                && await service.HoldAsync(new OutcomeRequest(site, choice.Id, choice.Revision, current.Required.Account), cancellation) is null)
            {
                said++;
            }
        }

        var (noted, others) = (Counted.InFrench(said, "demi-journée notée tenue", "demi-journées notées tenues"), held.Length - said);
        this.Done(others == 0
            ? $"{noted}."
            : $"{noted} sur {held.Length}\u202f: {Counted.ChosenInFrench(others, "l’autre a été modifiée", "les autres ont été modifiées")} entre-temps.");
        return Redirect($"/presence?semaine={week}&site={site.Id}");
    }

    private bool TryChoose(out IsoWeek week, LoadedSite? site = null)
    {
        week = IsoWeek.Of((site ?? Site!).Today(time));
        return string.IsNullOrEmpty(WeekText) || IsoWeek.TryParse(WeekText, out week);
    }
}
