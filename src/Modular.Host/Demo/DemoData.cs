using Modular.Access;
using Modular.Access.Accounts;
using Modular.Intake.Situations;
using Modular.Presence;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using Modular.Sites;

namespace Modular.Host.Demo;

/// <summary>Fills an empty data folder with invented people and accounts, and finishes a filling that was cut off. Any other folder is left as it is.</summary>
internal sealed class DemoData(
    ISiteCatalogue sites, DemoFolder folder, AccountService accounts, SituationService situations, PresenceCalendar calendar, OutcomeService outcomes,
    TimeProvider time)
{
    private const int SituationsAYear = 200;

    public async Task<bool> FillAsync(CancellationToken cancellation)
    {
        var known = (await accounts.AllAsync(cancellation)).Select(account => account.Login).ToHashSet();
        var begun = folder.Filled is { IsUnfinished: true } unfinished ? unfinished : null;
        if (begun is null && known.Count > 0)
        {
            return false;
        }

        var toFill = sites.Active.Where(site => begun is null || begun.Sites.Contains(site.Id)).ToList();
        var people = DemoAccounts.Of(toFill);
        // First: killed in the middle, the folder says that its people are invented and its passwords known, and what is to be finished.
        var filling = begun ?? new DemoFilling([.. toFill.Select(site => site.Id)], [.. people.Select(one => one.Shown)], IsUnfinished: true);
        folder.Remember(filling);
        foreach (var site in toFill)
        {
            await InventAsync(site, cancellation);
        }

        foreach (var (shown, request) in people.Where(one => !known.Contains(one.Request.Login)))
        {
            await accounts.CreateAsync(request, shown.Password, by: null, cancellation);
        }

        folder.Remember(filling with { IsUnfinished = false });
        return true;
    }

    /// <summary>A site's people come in one transaction: it has all of them, or none yet.</summary>
    private async Task InventAsync(LoadedSite site, CancellationToken cancellation)
    {
        if (!await situations.AnyAsync(site.Id, cancellation))
        {
            var invented = new DemoSituations(site, site.Today(time), seed: site.Id.Sum(letter => letter));
            await situations.AddHistoriesAsync(
                SituationScope.OfCommand(site.Id), site, invented.TwoYears(SituationsAYear), int.MaxValue, cancellation: cancellation);
        }
    }

    /// <summary>Says of the half-days of these two years that they were held, but for a few.</summary>
    public async Task HoldAsync(CancellationToken cancellation)
    {
        foreach (var site in sites.Active.Where(site => folder.Filled?.Sites.Contains(site.Id) == true))
        {
            var today = site.Today(time);
            var past = await calendar.BetweenAsync(site, new DateOnly(today.Year - 1, 1, 1), today.AddDays(-1), cancellation);
            await outcomes.RecordAsync(
                past.Where(occurrence => occurrence.State == PresenceState.Planned && occurrence.CountsFor.Count > 0)
                    .Select((occurrence, index) => (occurrence, index % 23 == 11 ? AbsenceReasons.Codes[0] : null)),
                Guid.Empty,
                cancellation);
        }
    }
}
