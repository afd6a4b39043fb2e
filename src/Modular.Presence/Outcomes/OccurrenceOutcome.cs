using Modular.Contracts.Presence;
using Modular.Presence.Occurrences;

namespace Modular.Presence.Outcomes;

/// <summary>
/// What became of an occurrence, as somebody said. Never deleted, only said anew with a higher revision: a calendar that read the old one learns of it.
/// </summary>
public sealed record OccurrenceOutcome
{
    public required OccurrenceId Id { get; init; }

    /// <summary>The hours when it was marked: what was held stays what it was when the pattern changes.</summary>
    public required TimeRange Hours { get; init; }

    public required OutcomeKind Kind { get; init; }

    public string? Reason { get; init; }

    public string? ByPost { get; init; }

    public string? ByWorker { get; init; }

    public Shift? MovedTo { get; init; }

    /// <summary>Whether the occurrence is outside the pattern: without this outcome there would be none.</summary>
    public bool Added { get; init; }

    public required int Revision { get; init; }

    public required Guid MarkedBy { get; init; }

    public required DateTimeOffset MarkedAt { get; init; }

    public OccurrenceId? Target => Kind == OutcomeKind.Moved && MovedTo is { } to ? Id with { Day = to.Day, DayPart = to.DayPart } : null;

    /// <summary>Kept when the pattern no longer says it: somebody is or was there. That nobody comes needs no keeping.</summary>
    internal bool KeepsOccurrence => Added || Kind is OutcomeKind.Held or OutcomeKind.Replaced or OutcomeKind.Moved;
}

public enum OutcomeKind
{
    /// <summary>Back to what the pattern says.</summary>
    Planned,
    Held,
    Skipped,
    Replaced,
    Moved,
    Uncovered,
}

public sealed record Shift(DateOnly Day, DayPart DayPart, TimeRange Hours);
