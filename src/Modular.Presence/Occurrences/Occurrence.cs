using Modular.Contracts.Presence;

namespace Modular.Presence.Occurrences;

/// <summary>One stretch of presence on one day, with all that is known of it.</summary>
public sealed record Occurrence
{
    public required OccurrenceId Id { get; init; }

    public required TimeRange Hours { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>End, excluded, with its offset.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>The half-days it counts for: never empty at a station, always empty on call.</summary>
    public required IReadOnlyList<HalfDay> CountsFor { get; init; }

    public PresenceState State { get; init; }

    /// <summary>The name of the public holiday that day, when it closes the station; null otherwise.</summary>
    public string? Holiday { get; init; }

    /// <summary>Why it is skipped or uncovered: a code of <see cref="Staffing.AbsenceReasons"/>; null otherwise.</summary>
    public string? Reason { get; init; }

    public string? ByPost { get; init; }

    /// <summary>The name of the worker who takes it over, or null. Never published.</summary>
    public string? ByWorker { get; init; }

    /// <summary>The worker named that day for the post that takes it, or null: a part exists before anybody is named for it.</summary>
    public string? Holder { get; init; }

    public OccurrenceId? MovedTo { get; init; }

    public OccurrenceId? MovedFrom { get; init; }

    /// <summary>Whether it is outside the pattern, added by somebody.</summary>
    public bool Added { get; init; }

    public int Revision { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public string Post => Id.Post;

    public string? Station => Id.Station;

    public DateOnly Day => Id.Day;

    public bool OnCall => Id.DayPart.OnCall;

    public bool Stands => State is PresenceState.Planned or PresenceState.Held or PresenceState.Replaced;

    public string ActualPost => ByPost ?? Post;

    /// <summary>Who is there, as the team reads it; null when nobody is named.</summary>
    public string? Worker => ByWorker ?? Holder;
}
