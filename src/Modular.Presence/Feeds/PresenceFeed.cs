using System.Globalization;
using Modular.Contracts.Wording;
using Modular.Presence.Listings;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Feeds;

/// <summary>The calendar that people subscribe to (RFC 5545). It says where and when somebody is there, and names the worker only if the site does.</summary>
internal static class PresenceFeed
{
    /// <param name="edition">The edition of the site's calendar: sequence numbers and stamps follow from it: the same calendar is the same text.</param>
    public static string Write(LoadedSite site, string name, IReadOnlyList<Occurrence> occurrences, Edition edition)
    {
        var lines = new ContentLines()
            .Add("BEGIN", "VCALENDAR")
            .Add("VERSION", "2.0")
            .Add("PRODID", "-//Modular//Presence//FR")
            .Add("CALSCALE", "GREGORIAN")
            .Add("METHOD", "PUBLISH")
            .AddText("X-WR-CALNAME", name)
            .Add("X-WR-TIMEZONE", site.Definition.TimeZone)
            .Add("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
            .Add("X-PUBLISHED-TTL", "PT6H");
        if (occurrences.Count > 0)
        {
            var (from, to) = (occurrences.Min(occurrence => occurrence.Start), occurrences.Max(occurrence => occurrence.End));
            TimeZoneComponent.Write(lines, site.Zone, site.Definition.TimeZone, from, to);
        }

        foreach (var occurrence in occurrences.Where(occurrence => occurrence.State != PresenceState.Holiday))
        {
            Event(lines, site, occurrence, edition);
        }

        foreach (var holiday in occurrences.Where(occurrence => occurrence.State == PresenceState.Holiday).DistinctBy(occurrence => occurrence.Day))
        {
            Holiday(lines, site, holiday, edition);
        }

        return lines.Add("END", "VCALENDAR").ToString();
    }

    public static DateTimeOffset LastModified(IReadOnlyList<Occurrence> occurrences, Edition edition) =>
        occurrences.Select(occurrence => Stamp(occurrence, edition)).Append(edition.Since).Max();

    private static void Event(ContentLines lines, LoadedSite site, Occurrence occurrence, Edition edition)
    {
        Begin(lines, occurrence.Id.ToString(), occurrence, edition)
            .AddLocal("DTSTART", site.Definition.TimeZone, occurrence.Start)
            .AddLocal("DTEND", site.Definition.TimeZone, occurrence.End)
            .AddText("SUMMARY", Summary(site, occurrence))
            .Add("STATUS", occurrence.Stands ? "CONFIRMED" : "CANCELLED")
            .Add("TRANSP", occurrence.Stands ? "OPAQUE" : "TRANSPARENT");
        if (site.Definition.Stations.FirstOrDefault(station => station.Id == occurrence.Station) is { } station)
        {
            var saysCommune = station.Commune is null || station.Name.Contains(station.Commune, StringComparison.Ordinal);
            lines.AddText("LOCATION", saysCommune ? station.Name : $"{station.Name}, {station.Commune}");
        }

        if (Description(site, occurrence) is { Length: > 0 } description)
        {
            lines.AddText("DESCRIPTION", description);
        }

        lines.Add("END", "VEVENT");
    }

    /// <summary>One event a closed day, whatever the half-days it takes away; its end is the day after, which is not part of it.</summary>
    private static void Holiday(ContentLines lines, LoadedSite site, Occurrence closed, Edition edition) =>
        Begin(lines, string.Create(CultureInfo.InvariantCulture, $"{site.Id}/holiday/{closed.Day:yyyy-MM-dd}"), closed, edition)
            .AddDay("DTSTART", closed.Day)
            .AddDay("DTEND", closed.Day.AddDays(1))
            .AddText("SUMMARY", $"Pas de permanence\u202f: {closed.Holiday}")
            .Add("STATUS", "CONFIRMED")
            .Add("TRANSP", "TRANSPARENT")
            .Add("END", "VEVENT");

    private static ContentLines Begin(ContentLines lines, string id, Occurrence occurrence, Edition edition) => lines
        .Add("BEGIN", "VEVENT")
        .AddText("UID", $"{id}@modular")
        .AddInstant("DTSTAMP", Stamp(occurrence, edition))
        .AddInstant("LAST-MODIFIED", Stamp(occurrence, edition))
        .Add("SEQUENCE", (edition.Number + occurrence.Revision).ToString(CultureInfo.InvariantCulture));

    private static DateTimeOffset Stamp(Occurrence occurrence, Edition edition) =>
        occurrence.ChangedAt > edition.Since ? occurrence.ChangedAt.Value : edition.Since;

    private static string Summary(LoadedSite site, Occurrence occurrence)
    {
        var what = occurrence.Station is { } station ? $"Permanence sociale – {site.StationName(station)}" : $"Astreinte sociale – {site.Definition.Name}";
        return occurrence.Stands ? what : $"Annulée\u202f: {what}";
    }

    private static string Description(LoadedSite site, Occurrence occurrence) => (occurrence, site.PublishedWorker(occurrence)) switch
    {
        ({ MovedTo: { } target }, _) => $"Déplacée au {FrenchTime.WeekDay(target.Day)}.",
        ({ Stands: true }, { } worker) => $"Avec {worker}.",
        _ => "",
    };
}
