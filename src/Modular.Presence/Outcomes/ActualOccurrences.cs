using Modular.Contracts.Presence;
using Modular.Presence.Occurrences;
using Modular.Presence.Staffing;
using Modular.Sites;

namespace Modular.Presence.Outcomes;

internal static class ActualOccurrences
{
    /// <summary>The occurrences that begin between two days, both included, in order of start, then station.</summary>
    public static IReadOnlyList<Occurrence> Between(LoadedSite site, DateOnly from, DateOnly to, PresenceRecords records)
    {
        var zone = site.Zone;
        bool Within(DateOnly day) => from <= day && day <= to;
        Occurrence At(OccurrenceId id, TimeRange hours) => PatternExpansion.At(site.Presence, zone, id, hours);

        var occurrences = PatternExpansion.Between(site, from, to).ToDictionary(occurrence => occurrence.Id);
        foreach (var outcome in records.Outcomes)
        {
            if (outcome.KeepsOccurrence && Within(outcome.Id.Day))
            {
                occurrences.TryAdd(outcome.Id, At(outcome.Id, outcome.Hours));
            }

            if (outcome.Target is { } target && Within(target.Day))
            {
                occurrences[target] = At(target, outcome.MovedTo!.Hours) with { MovedFrom = outcome.Id };
            }
        }

        foreach (var outcome in records.Outcomes)
        {
            if (occurrences.TryGetValue(outcome.Id, out var occurrence))
            {
                occurrences[outcome.Id] = occurrence.Marked(outcome);
            }
        }

        return
        [
            .. occurrences.Values
                .Select(occurrence => occurrence.Absent(records.Absences).Named(records.Holders))
                .OrderBy(occurrence => occurrence.Start)
                .ThenBy(occurrence => occurrence.Station, StringComparer.Ordinal)
                .ThenBy(occurrence => occurrence.Post, StringComparer.Ordinal),
        ];
    }

    private static Occurrence Marked(this Occurrence occurrence, OccurrenceOutcome outcome) => occurrence with
    {
        State = outcome.Kind switch
        {
            OutcomeKind.Planned when outcome.Added => PresenceState.Planned,
            OutcomeKind.Planned => occurrence.State,
            OutcomeKind.Held => PresenceState.Held,
            OutcomeKind.Skipped => PresenceState.Skipped,
            OutcomeKind.Replaced => PresenceState.Replaced,
            OutcomeKind.Moved => PresenceState.Moved,
            OutcomeKind.Uncovered => PresenceState.Uncovered,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Kind, null),
        },
        Reason = outcome.Reason,
        ByPost = outcome.ByPost,
        ByWorker = outcome.ByWorker,
        MovedTo = outcome.Target,
        Added = outcome.Added,
        Revision = outcome.Revision,
        ChangedAt = outcome.MarkedAt,
    };

    /// <summary>An absence takes away what is only planned: what somebody said of an occurrence itself is stronger.</summary>
    private static Occurrence Absent(this Occurrence occurrence, IReadOnlyList<Absence> absences) =>
        occurrence.State == PresenceState.Planned
        && absences.FirstOrDefault(absence => absence.Post == occurrence.Post && absence.Covers(occurrence.Day)) is { } absence
            ? occurrence with { State = PresenceState.Uncovered, Reason = absence.Reason }
            : occurrence;

    private static Occurrence Named(this Occurrence occurrence, IReadOnlyList<PostHolder> holders) =>
        occurrence with { Holder = holders.LastOrDefault(holder => holder.Post == occurrence.ActualPost && holder.Covers(occurrence.Day))?.Worker };
}
