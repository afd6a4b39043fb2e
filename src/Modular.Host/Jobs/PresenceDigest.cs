using System.Globalization;
using System.Text;
using Modular.Contracts.Wording;
using Modular.Presence;
using Modular.Presence.Days;
using Modular.Reporting.Deliveries;
using Modular.Sites;
using Modular.Statistics;

namespace Modular.Host.Jobs;

/// <summary>The week to come, sent on Friday while there is still time to fill a hole. No worker is named.</summary>
internal sealed class PresenceDigest(ISiteCatalogue sites, PresenceCalendar calendar, MailSettings settings) : IMessageSource
{
    public const string Report = "presence_digest";

    private const char Thin = '\u202F';

    public bool Writes(string report) => report == Report;

    public async Task<Message?> WriteAsync(DeliverySubject subject, CancellationToken cancellation)
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
            text.Append(CultureInfo.InvariantCulture, $"{site.StationName(station.Station)}{Thin}: {Counted.InFrench(station.Planned, "demi-journée prévue", "demi-journées prévues")}, {Counted.InFrench(station.Promised, "promise", "promises")}\n");
        }

        text.Append(week.Warnings.Count == 0 ? $"\nAucun trou.\n" : $"\nÀ voir{Thin}:\n");
        foreach (var warning in week.Warnings)
        {
            text.Append(CultureInfo.InvariantCulture, $"– {warning}\n");
        }

        if (settings.Address is { } address)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{address.TrimEnd('/')}/presence?site={site.Id}&semaine={period.Code}\n");
        }

        return new Message($"Modular · présence, {period.Name}", text.ToString(), null);
    }
}
