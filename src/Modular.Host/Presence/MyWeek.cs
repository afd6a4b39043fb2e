using Modular.Contracts.Reports;
using Modular.Host.Pages.Bilans;
using Modular.Presence;
using Modular.Presence.Cover;
using Modular.Presence.Days;
using Modular.Sites;
using Modular.Statistics.Periods;

namespace Modular.Host.Presence;

/// <summary>What a coordinator begins the week with: how much of the promised presence is planned and held, and the figures that can be read.</summary>
internal sealed class MyWeekService(PresenceSites sites, PresenceCalendar calendar, TimeProvider time)
{
    public async Task<MyWeek> LookAsync(CancellationToken cancellation)
    {
        var looked = new List<SiteWeek>();
        foreach (var site in sites.All)
        {
            var today = site.Today(time);
            looked.Add(new SiteWeek(
                site,
                await calendar.SummariseAsync(site, IsoWeek.Of(today), cancellation),
                await calendar.SummariseAsync(site, IsoWeek.Of(today).Next, cancellation),
                [.. site.Reports.Where(report => report.For.Contains("coordinator")).Select(report => (report, PeriodChoice.First(report, today)))]));
        }

        return new MyWeek(looked);
    }
}

internal sealed record MyWeek(IReadOnlyList<SiteWeek> Sites);

/// <param name="Reports">Each with the period that is read first.</param>
internal sealed record SiteWeek(
    LoadedSite Site, WeekSummary ThisWeek, WeekSummary NextWeek, IReadOnlyList<(ReportDefinition Report, ReportPeriod Period)> Reports);
