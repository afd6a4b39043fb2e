using Modular.Contracts.Sites;
using Modular.Presence.Cover;
using Modular.Presence.Occurrences;
using Modular.Sites;
using Modular.Statistics;

namespace Modular.Presence;

/// <summary>
/// Pushes half-days and promised half-days across the wall: a site, a day, a station, codes; no worker. Duties by telephone are not half-days. A past
/// half-day that nobody marked stays <c>planned</c>.
/// </summary>
internal sealed class PresenceFacts(ISiteCatalogue sites, PresenceCalendar calendar, IFactSink sink) : IFactSource
{
    public const string HalfDays = "half_days";
    public const string PromisedHalfDays = "promised_half_days";

    public async Task PushAsync(string site, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        // A site whose plugin is away keeps the facts it had.
        if (sites.Find(site) is not { } loaded)
        {
            return;
        }

        var occurrences = await calendar.BetweenAsync(loaded, from, to, cancellation);
        var forces = loaded.Definition.Stations.ToDictionary(station => station.Id, station => station.Force);
        await sink.ReplaceAsync(site, HalfDays, from, to, [.. occurrences.SelectMany(occurrence => Held(occurrence, forces))], cancellation);
        await sink.ReplaceAsync(site, PromisedHalfDays, from, to, [.. Promise.Between(loaded, from, to).Select((promised, number) => Promised(site, promised, number, forces))], cancellation);
    }

    private static IEnumerable<Fact> Held(Occurrence occurrence, Dictionary<string, Force> forces) =>
        occurrence.CountsFor.Select(halfDay => Of(occurrence.Id.Site, HalfDays, $"presence/{occurrence.Id}", occurrence.Day, occurrence.Station, forces, new()
        {
            ["post"] = [occurrence.Post],
            ["half_day"] = [Slot.Of(halfDay).ToString()],
            ["state"] = [occurrence.State.Spelled()],
        }));

    private static Fact Promised(string site, PromisedHalfDay promised, int number, Dictionary<string, Force> forces) =>
        Of(site, PromisedHalfDays, FormattableString.Invariant($"promise/{site}/{promised.Station}/{promised.Day:yyyy-MM-dd}/{number}"), promised.Day, promised.Station, forces, []);

    private static Fact Of(string site, string unit, string owner, DateOnly on, string? station, Dictionary<string, Force> forces, Dictionary<string, IReadOnlyList<string>> codes)
    {
        if (station is not null)
        {
            codes["station"] = [station];
            if (forces.TryGetValue(station, out var force))
            {
                codes["force"] = [force == Force.Police ? "police" : "gendarmerie"];
            }
        }

        return new Fact(site, unit, owner, on, codes, new Dictionary<string, int>());
    }
}
