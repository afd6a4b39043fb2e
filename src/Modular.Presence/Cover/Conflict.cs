using Modular.Presence.Occurrences;

namespace Modular.Presence.Cover;

/// <summary>One person, two stations, one time.</summary>
public sealed record Conflict(Occurrence First, Occurrence Second)
{
    /// <summary>A duty by telephone is no place; two posts held by one worker are one person. In order of start.</summary>
    public static IReadOnlyList<Conflict> Among(IReadOnlyList<Occurrence> occurrences) =>
    [
        .. from person in occurrences.Where(occurrence => occurrence is { Stands: true, OnCall: false }).GroupBy(Person)
           let places = person.OrderBy(occurrence => occurrence.Start).ToList()
           from first in places.Index()
           from second in places.Skip(first.Index + 1).TakeWhile(later => later.Start < first.Item.End)
           where first.Item.Station != second.Station
           orderby second.Start
           select new Conflict(first.Item, second),
    ];

    private static string Person(Occurrence occurrence) =>
        occurrence.Worker is { } worker ? "worker " + worker.Trim().ToUpperInvariant() : "post " + occurrence.ActualPost;
}
