using Modular.Contracts.Presence;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Marks;

internal static class MarkedCalendar
{
    /// <summary>The occurrences that begin between two days, both included, in order of start, then station.</summary>
    public static IReadOnlyList<Occurrence> Between(LoadedSite site, DateOnly from, DateOnly to, PresenceRecords records)
    {
        var zone = site.Zone;
        bool Within(DateOnly day) => from <= day && day <= to;
        Occurrence At(OccurrenceId id, TimeRange hours) => PatternExpansion.At(site.Presence, zone, id, hours);

        var occurrences = PatternExpansion.Between(site, from, to).ToDictionary(occurrence => occurrence.Id);
        foreach (var mark in records.Marks)
        {
            if (mark.KeepsOccurrence && Within(mark.Id.Day))
            {
                occurrences.TryAdd(mark.Id, At(mark.Id, mark.Hours));
            }

            if (mark.Target is { } target && Within(target.Day))
            {
                occurrences[target] = At(target, mark.MovedTo!.Hours) with { MovedFrom = mark.Id };
            }
        }

        foreach (var mark in records.Marks)
        {
            if (occurrences.TryGetValue(mark.Id, out var occurrence))
            {
                occurrences[mark.Id] = occurrence.Marked(mark);
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

    private static Occurrence Marked(this Occurrence occurrence, Mark mark) => occurrence with
    {
        State = mark.Kind switch
        {
            MarkKind.Planned when mark.Added => PresenceState.Planned,
            MarkKind.Planned => occurrence.State,
            MarkKind.Held => PresenceState.Held,
            MarkKind.Skipped => PresenceState.Skipped,
            MarkKind.Replaced => PresenceState.Replaced,
            MarkKind.Moved => PresenceState.Moved,
            MarkKind.Uncovered => PresenceState.Uncovered,
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark.Kind, null),
        },
        Reason = mark.Reason,
        ByPost = mark.ByPost,
        ByWorker = mark.ByWorker,
        MovedTo = mark.Target,
        Added = mark.Added,
        Revision = mark.Revision,
        ChangedAt = mark.MarkedAt,
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
