using Modular.Contracts.Sites;
using Modular.Presence.Cover;
using Modular.Presence.Occurrences;
using Modular.Sites;
using Modular.Statistics.Facts;

namespace Modular.Presence;

/// <summary>Half-days without names: duties by telephone are none, and a past one that nobody marked stays <c>planned</c>.</summary>
internal sealed class PresenceFacts(ISiteCatalogue sites, PresenceCalendar calendar) : IFactSource
{
    public IReadOnlyCollection<string> Units { get; } = [FactUnits.HalfDays, FactUnits.PromisedHalfDays];

    public async Task<IReadOnlyList<Fact>> FactsAsync(string site, string unit, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        if (sites.FindReadable(site) is not { } loaded)
        {
            return [];
        }

        var forces = loaded.Definition.Stations.ToDictionary(station => station.Id, station => station.Force);
        return unit == FactUnits.HalfDays
            ? [.. (await calendar.BetweenAsync(loaded, from, to, cancellation)).SelectMany(occurrence => Held(occurrence, forces))]
            : [.. PromisedHalfDays.Between(loaded, from, to).Select(promised => Of(site, unit, promised.Day, promised.Station, forces, []))];
    }

    private static IEnumerable<Fact> Held(Occurrence occurrence, Dictionary<string, Force> forces) =>
        occurrence.CountsFor.Select(halfDay => Of(occurrence.Id.Site, FactUnits.HalfDays, occurrence.Day, occurrence.Station, forces, new()
        {
            ["post"] = [occurrence.Post],
            ["half_day"] = [DayPart.Of(halfDay).ToString()],
            ["state"] = [occurrence.State.Spelled()],
        }));

    private static Fact Of(
        string site, string unit, DateOnly on, string? station, Dictionary<string, Force> forces, Dictionary<string, IReadOnlyList<string>> codes)
    {
        if (station is not null)
        {
            codes["station"] = [station];
            if (forces.TryGetValue(station, out var force))
            {
                codes["force"] = [force == Force.Police ? "police" : "gendarmerie"];
            }
        }

        return new Fact(site, unit, Owner: "", on, codes, new Dictionary<string, int>());
    }
}
