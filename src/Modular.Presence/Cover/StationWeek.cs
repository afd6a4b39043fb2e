using Modular.Presence.Occurrences;

namespace Modular.Presence.Cover;

/// <summary>A station's week in half-days.</summary>
/// <param name="Promised">By the convention, see <see cref="PromisedHalfDays"/>.</param>
/// <param name="Planned">Those that stand: expected, held, or taken over by somebody else.</param>
public sealed record StationWeek(string Station, string Name, int Promised, int Planned, int Held, int Uncovered, int Skipped, int Holiday)
{
    public int Missing => Math.Max(0, Promised - Planned);

    internal static StationWeek Of(string station, string name, int promised, IEnumerable<Occurrence> occurrences)
    {
        var halfDays = occurrences.SelectMany(occurrence => occurrence.CountsFor.Select(_ => occurrence)).ToLookup(occurrence => occurrence.State);
        int Count(params IEnumerable<PresenceState> states) => states.Sum(state => halfDays[state].Count());
        return new StationWeek(
            station,
            name,
            promised,
            Count(PresenceState.Planned, PresenceState.Held, PresenceState.Replaced),
            Count(PresenceState.Held),
            Count(PresenceState.Uncovered),
            Count(PresenceState.Skipped),
            Count(PresenceState.Holiday));
    }
}
