using Modular.Contracts.Presence;
using Modular.Presence.Occurrences;

namespace Modular.Presence.Marks;

/// <summary>One an occurrence, never deleted, only said anew with a higher revision: a calendar that read the old one learns of it.</summary>
public sealed record Mark
{
    public required OccurrenceId Id { get; init; }

    /// <summary>The hours when it was marked: what was held stays what it was when the pattern changes.</summary>
    public required TimeRange Hours { get; init; }

    public required MarkKind Kind { get; init; }

    public string? Reason { get; init; }

    public string? ByPost { get; init; }

    public string? ByWorker { get; init; }

    public Shift? MovedTo { get; init; }

    /// <summary>Whether the occurrence stands outside the pattern: without this mark there would be none.</summary>
    public bool Added { get; init; }

    public required int Revision { get; init; }

    public required Guid MarkedBy { get; init; }

    public required DateTimeOffset MarkedAt { get; init; }

    public OccurrenceId? Target => Kind == MarkKind.Moved && MovedTo is { } to ? Id with { Day = to.Day, DayPart = to.DayPart } : null;

    /// <summary>Kept when the pattern no longer says it: somebody is or was there. That nobody comes needs no keeping.</summary>
    internal bool KeepsOccurrence => Added || Kind is MarkKind.Held or MarkKind.Replaced or MarkKind.Moved;
}

public enum MarkKind
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

/// <summary>The worker of a post is away, both days included; what the post owes meanwhile is uncovered until somebody takes it over.</summary>
/// <param name="Reason">A code of <see cref="AbsenceReasons"/>.</param>
public sealed record Absence(Guid Id, string Site, string Post, DateOnly From, DateOnly To, string Reason)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}

/// <summary>Who holds a post, and when; both days included, no end: until further notice.</summary>
/// <param name="Worker">The worker's name. It is shown to the team, and published only where the site says so.</param>
public sealed record PostHolder(Guid Id, string Site, string Post, string Worker, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => From <= day && !(day > To);
}
