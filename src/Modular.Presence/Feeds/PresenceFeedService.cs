using Modular.Presence.Days;
using Modular.Sites;

namespace Modular.Presence.Feeds;

/// <summary>The feed of a site or of one of its stations: four weeks back, half a year ahead, whole weeks.</summary>
public sealed class PresenceFeedService
{
    private const int DaysBack = 28;
    private const int DaysAhead = 182;

    private readonly IPresenceStore _store;
    private readonly PresenceCalendar _calendar;
    private readonly TimeProvider _time;

    internal PresenceFeedService(IPresenceStore store, PresenceCalendar calendar, TimeProvider time) =>
        (_store, _calendar, _time) = (store, calendar, time);

    /// <param name="station">Identifier of the station, or null for all of the site, its duties by telephone included.</param>
    public async Task<Feed> OfAsync(LoadedSite site, string? station, CancellationToken cancellation = default)
    {
        var monday = IsoWeek.Of(site.Today(_time)).Monday;
        return await BetweenAsync(site, station, monday.AddDays(-DaysBack), monday.AddDays(DaysAhead - 1), cancellation);
    }

    public async Task<Feed> BetweenAsync(LoadedSite site, string? station, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        // Before the calendar is read: a change in between makes the next edition newer, never this one older.
        var edition = await _store.EditionAsync(site.Id, site.Hash, cancellation);
        var occurrences = await _calendar.BetweenAsync(site, from, to, cancellation);
        if (station is not null)
        {
            occurrences = [.. occurrences.Where(occurrence => occurrence.Station == station)];
        }

        var name = station is null ? $"Permanences – {site.Definition.Name}" : $"Permanences – {site.StationName(station)}";
        return new Feed(PresenceFeed.Write(site, name, occurrences, edition), PresenceFeed.LastModified(occurrences, edition));
    }
}

public sealed record Feed(string Text, DateTimeOffset LastModified);
