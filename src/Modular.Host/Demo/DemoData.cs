using Modular.Access;
using Modular.Access.Accounts;
using Modular.Intake.Situations;
using Modular.Presence;
using Modular.Presence.Marks;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Host.Demo;

/// <summary>
/// Fills an empty data folder with two years of invented situations for each site and with accounts whose passwords the sign-in page shows. A folder that
/// holds an account already is left as it is.
/// </summary>
internal sealed class DemoData(ISiteCatalogue sites, DemoFolder folder, AccountBook accounts, SituationBook book, PresenceCalendar calendar, IPresenceStore marks, TimeProvider time)
{
    private const int SituationsAYear = 200;

    /// <returns>False when nothing was filled.</returns>
    public async Task<bool> FillAsync(CancellationToken cancellation)
    {
        if ((await accounts.AllAsync(cancellation)).Count > 0)
        {
            return false;
        }

        var filled = sites.Active.ToList();
        foreach (var site in filled)
        {
            var invented = new DemoPeople(site, site.Today(time), seed: site.Id.Sum(letter => letter));
            await book.AddHistoriesAsync(NominativeScope.OfCommand(site.Id), site, [.. invented.TwoYears(SituationsAYear)], cancellation);
        }

        var people = DemoAccounts.Of(filled);
        foreach (var (shown, wish) in people)
        {
            await accounts.CreateAsync(wish, shown.Password, by: null, cancellation);
        }

        folder.Remember(new DemoFilling([.. filled.Select(site => site.Id)], [.. people.Select(one => one.Shown)]));
        return true;
    }

    /// <summary>Says of the half-days of these two years that they were held, but for a few.</summary>
    public async Task HoldAsync(CancellationToken cancellation)
    {
        foreach (var site in sites.Active.Where(site => folder.Filled?.Sites.Contains(site.Id) == true))
        {
            var today = site.Today(time);
            var past = await calendar.BetweenAsync(site, new DateOnly(today.Year - 1, 1, 1), today.AddDays(-1), cancellation);
            foreach (var (index, occurrence) in past.Where(occurrence => occurrence.State == PresenceState.Planned && occurrence.CountsFor.Count > 0).Index())
            {
                var isHeld = index % 23 != 11;
                await marks.SaveAsync(new Mark
                {
                    Id = occurrence.Id,
                    Hours = occurrence.Hours,
                    Kind = isHeld ? MarkKind.Held : MarkKind.Skipped,
                    Reason = isHeld ? null : AbsenceReasons.All[0].Key,
                    Revision = 1,
                    MarkedBy = Guid.Empty,
                    MarkedAt = time.GetUtcNow(),
                }, cancellation);
            }
        }
    }
}
