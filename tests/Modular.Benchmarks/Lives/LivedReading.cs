using System.Globalization;
using System.Text;
using Modular.Access;
using Modular.Access.Accounts;
using Modular.Access.Journal;
using Modular.Forms;
using Modular.Intake.Exchange;
using Modular.Intake.Reminders;
using Modular.Intake.Situations;
using Modular.Presence;
using Modular.Presence.Days;
using Modular.Presence.Feeds;
using Modular.Presence.Staffing;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Sites;
using Modular.Statistics.Facts;
using Modular.Statistics.Periods;

namespace Modular.Benchmarks.Lives;

/// <summary>All that a host shows of what it keeps, line by line.</summary>
internal sealed class LivedReading(LivedHost host, IReadOnlyList<LoadedSite> sites, SituationScope scope)
{
    private const int Page = 11;
    private readonly List<string> _lines = [];

    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        foreach (var filter in Filters())
        {
            await ListAsync(filter);
        }

        await HomeAsync();
        foreach (var site in sites)
        {
            await PresenceAsync(site);
            await ExportAsync(site);
        }

        await ReportsAsync(sites[0]);

        foreach (var account in (await host.Get<AccountService>().AllAsync()).OrderBy(account => account.Login, StringComparer.Ordinal))
        {
            Add($"account {account.Login} {account.Role} {string.Join(',', account.Sites)} {account.Email} {account.Disabled} {account.Version}");
        }

        await JournalAsync();
        return _lines;
    }

    private IEnumerable<SituationFilter> Filters()
    {
        foreach (var site in (string?[])[null, .. sites.Select(site => site.Id)])
        {
            foreach (var state in Enum.GetValues<SituationState>())
            {
                yield return new SituationFilter(state, site, Take: Page);
            }

            yield return new SituationFilter(SituationState.Open, site, WithReminders: true, Take: Page);
            yield return new SituationFilter(SituationState.NotContacted, site, Order: SituationOrder.Urgency, Take: Page);
        }

        foreach (var station in sites[0].Definition.Stations)
        {
            yield return new SituationFilter(SituationState.All, sites[0].Id, station.Id, Take: Page);
        }
    }

    /// <summary>From its first page to its last, and back from there; each situation once, whole.</summary>
    private async Task ListAsync(SituationFilter filter)
    {
        var situations = host.Get<SituationService>();
        var list = await situations.ListAsync(scope, filter);
        for (var page = 1; ; page++)
        {
            Add($"list {filter.State} {filter.Site} {filter.Station} {filter.WithReminders} {filter.Order}");
            Add($"  page {page} of {list.Total} {list.HasBefore} {list.HasAfter}");
            foreach (var one in list.Situations)
            {
                Add($"  {one.Site} {one.Number} {one.Station} {one.ReferredOn:O} {one.FirstContactOn:O} {one.LastContactOn:O} {one.Contacts} {one.ClosedOn:O}");
                if (filter is { State: SituationState.All, Site: null })
                {
                    await SituationAsync(one.Id);
                }
            }

            if (!list.HasAfter || list.Situations.Count == 0 || filter.Order == SituationOrder.Urgency)
            {
                break;
            }

            list = await situations.ListAsync(scope, filter with { After = list.Situations[^1].Id });
        }

        if (list.HasBefore && list.Situations.Count > 0)
        {
            var back = await situations.ListAsync(scope, filter with { Before = list.Situations[0].Id });
            Add($"  back: {string.Join(' ', back.Situations.Select(one => one.Number))} {back.HasBefore} {back.HasAfter}");
        }
    }

    private async Task SituationAsync(Guid id)
    {
        if (await host.Get<SituationService>().OpenPostedAsync(scope, id, new EntriesShown.All()) is not { } situation)
        {
            Add("    is not there");
            return;
        }

        Add($"    version {situation.Version}: {Answers(TypedAnswers.Of(situation.Answers))}");
        foreach (var entry in situation.Entries)
        {
            Add($"    {entry.Form} {entry.On:O} {entry.Version} {entry.IsWithdrawn}: {Answers(TypedAnswers.Of(entry.Answers))}");
        }
    }

    private async Task HomeAsync()
    {
        var waiting = await host.Get<WaitingList>().ListAsync(scope, 100, default);
        Add($"waiting: {waiting.Total}");
        foreach (var one in waiting.MostUrgent)
        {
            Add($"  {one.Situation.Site} {one.Situation.Number} {one.Priority.Level} {one.Priority.ContactBefore:O} {one.Reasons} {one.Clock}");
        }

        var reminders = await host.Get<WaitingList>().RemindersAsync(scope, 100, default);
        Add($"reminders: {reminders.Total}");
        foreach (var one in reminders.Oldest)
        {
            Add($"  {one.Situation.Site} {one.Situation.Number} {one.Reminder}");
        }
    }

    private async Task PresenceAsync(LoadedSite site)
    {
        var today = site.Today(host.Clock);
        var calendar = host.Get<PresenceCalendar>();
        for (var week = -3; week <= 2; week++)
        {
            var read = await calendar.WeekAsync(site, IsoWeek.Of(today.AddDays(7 * week)));
            Add($"week {read.Week.Monday:O} of {site.Id}");
            foreach (var one in read.Occurrences)
            {
                Add($"  {one.Id} {one.Hours} {one.State} {one.Reason} {one.ByPost} {one.ByWorker} {one.Holder} {one.MovedTo} {one.MovedFrom}");
                Add($"    {one.Added} {one.Revision} {one.ChangedAt:O}");
            }

            _lines.AddRange(read.Stations.Select(station => $"  {station}"));
            _lines.AddRange(read.Gaps.Select(gap => $"  {gap.Sentence}"));
            _lines.AddRange(read.IsJudged ? [] : ["  not judged"]);
        }

        var records = await host.Get<StaffingService>().RecordsAsync(site, today.AddDays(-400), today.AddDays(400));
        _lines.AddRange(records.Absences.Select(one => $"  {one.Post} {one.From:O} {one.To:O} {one.Reason}"));
        _lines.AddRange(records.Holders.Select(one => $"  {one.Post} {one.From:O} {one.To:O} {one.Worker}"));
        Add((await host.Get<PresenceFeedService>().BetweenAsync(site, null, today.AddDays(-20), today.AddDays(20))).Text);
    }

    private async Task ReportsAsync(LoadedSite site)
    {
        await host.Get<IPendingFacts>().BringAsync();
        foreach (var report in site.Reports)
        {
            var period = ReportPeriod.Containing(report.Period, site.Today(host.Clock));
            var document = await host.Get<ReportService>().RenderAsync(site, report, period);
            Add(Encoding.UTF8.GetString(document.Render(ReportFormat.Find("json")!).Content));
        }
    }

    private async Task ExportAsync(LoadedSite site)
    {
        var file = Path.Combine(Path.GetTempPath(), $"modular-{Guid.NewGuid():N}.csv");
        await host.Get<SituationExport>().RunAsync(site, file);
        _lines.AddRange(await File.ReadAllLinesAsync(file));
        File.Delete(file);
    }

    private async Task JournalAsync()
    {
        var journal = host.Get<IJournalReader>();
        var verdict = await journal.VerifyAsync();
        Add($"journal: {verdict.Rows} {verdict.Sentence}");
        for (var filter = new JournalFilter(Size: 200); ;)
        {
            var page = await journal.PageAsync(filter);
            foreach (var row in page.Rows)
            {
                Add($"  {row.Number} {row.At:O} {row.Account} {row.Login} {row.Act} {row.Site} {row.Subject} {row.Detail}");
            }

            if (page.Older is not { } older)
            {
                break;
            }

            filter = filter with { Before = older };
        }

        var ofSite = await journal.PageAsync(new JournalFilter(From: host.Clock.GetUtcNow().AddDays(-30), Site: sites[0].Id, Login: scope.Login));
        Add($"journal of {sites[0].Id}: {ofSite.Total}");
    }

    private void Add(FormattableString line) => _lines.Add(line.ToString(CultureInfo.InvariantCulture));

    private void Add(string text) => _lines.AddRange(text.Split('\n'));

    private static string Answers(TypedAnswers typed) =>
        string.Join("; ", typed.Paths.Order(StringComparer.Ordinal).Select(path => $"{path}={string.Join('|', typed[path])}"));
}
