using System.Globalization;
using System.Text;
using Modular.Contracts.Reports;
using Modular.Jobs;
using Modular.Jobs.Messages;
using Modular.Jobs.Schedules;
using Modular.Presence.Days;
using Modular.Presence.Listings;
using Modular.Sites;
using Modular.Statistics.Periods;

namespace Modular.Presence.Cover;

/// <summary>The week to come, sent on Friday while there is still time to fill a hole. No worker is named.</summary>
internal sealed class PresenceDigestJob(ISiteCatalogue sites, PresenceCalendar calendar, IMessageSender messages) : IJob, IMessageSource
{
    private const string Key = "presence_digest";
    private const char Thin = '\u202F';

    public IEnumerable<JobPlan> Plans() => sites.Active.Select(site => new JobPlan
    {
        Job = Key,
        Site = site.Id,
        Label = "Présence de la semaine à venir",
        Message = Key,
        Schedule = new(new Recurrence.Weekly(DayOfWeek.Friday), new(16, 0), site.Zone),
        CatchUp = CatchUp.Latest,
        PeriodOf = day => ReportPeriod.Containing(PeriodKind.Week, day).Next.Code,
        PeriodKind = "week ahead",
    });

    public Task<string> RunAsync(JobRun run, CancellationToken cancellation) => messages.OweAsync(run, Key, ["worker", "coordinator"], cancellation);

    public bool Writes(string message) => message == Key;

    public async Task<Message?> WriteAsync(MessageSubject subject, CancellationToken cancellation)
    {
        var site = sites.Find(subject.Site) ?? throw new MessageFailedException("Le site n’est pas chargé.");
        if (!ReportPeriod.TryParse(subject.Period, out var period))
        {
            throw new MessageFailedException("La semaine demandée n’existe pas.");
        }

        var week = await calendar.SummariseAsync(site, IsoWeek.Of(period.From), cancellation);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{site.Definition.Name}, {period.Name}\n\n");
        foreach (var station in week.Stations)
        {
            text.Append(CultureInfo.InvariantCulture, $"{site.StationName(station.Station)}{Thin}: ")
                .Append(CultureInfo.InvariantCulture, $"{PresenceWords.Planned(station)}, {PresenceWords.Promised(station)}\n");
        }

        text.Append(week.Warnings.Count == 0 ? $"\nAucun trou.\n" : $"\nÀ voir{Thin}:\n");
        foreach (var warning in week.Warnings)
        {
            text.Append(CultureInfo.InvariantCulture, $"– {warning}\n");
        }

        if (messages.LinkTo($"/presence?site={site.Id}&semaine={period.Code}") is { } link)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{link}\n");
        }

        return new Message($"Modular · présence, {period.Name}", text.ToString(), null);
    }
}
