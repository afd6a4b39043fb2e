using Modular.Contracts.Presence;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;

namespace Modular.Storage.Presence;

/// <summary>An outcome as a row; its identity says post, station and part, the day is beside it to be found by.</summary>
internal sealed class OutcomeRow
{
    public required string Id { get; init; }
    public required string Site { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly Starts { get; init; }
    public required TimeOnly Ends { get; init; }
    public required OutcomeKind Kind { get; init; }
    public string? Reason { get; init; }
    public string? ByPost { get; init; }
    public string? ByWorker { get; init; }
    public DateOnly? ToDay { get; init; }
    public string? ToSlot { get; init; }
    public TimeOnly? ToStarts { get; init; }
    public TimeOnly? ToEnds { get; init; }
    public required bool Added { get; init; }
    public required int Revision { get; init; }
    public required Guid MarkedBy { get; init; }
    public required DateTimeOffset MarkedAt { get; init; }

    public static OutcomeRow Of(OccurrenceOutcome outcome) => new()
    {
        Id = outcome.Id.ToString(),
        Site = outcome.Id.Site,
        Day = outcome.Id.Day,
        Starts = outcome.Hours.Start,
        Ends = outcome.Hours.End,
        Kind = outcome.Kind,
        Reason = outcome.Reason,
        ByPost = outcome.ByPost,
        ByWorker = outcome.ByWorker,
        ToDay = outcome.MovedTo?.Day,
        ToSlot = outcome.MovedTo?.DayPart.ToString(),
        ToStarts = outcome.MovedTo?.Hours.Start,
        ToEnds = outcome.MovedTo?.Hours.End,
        Added = outcome.Added,
        Revision = outcome.Revision,
        MarkedBy = outcome.MarkedBy,
        MarkedAt = outcome.MarkedAt,
    };

    public OccurrenceOutcome ToOutcome() => new()
    {
        Id = OccurrenceId.TryParse(Id, out var id) ? id : throw new InvalidDataException("An outcome of the presence has no readable identity."),
        Hours = new TimeRange(Starts, Ends),
        Kind = Kind,
        Reason = Reason,
        ByPost = ByPost,
        ByWorker = ByWorker,
        MovedTo = ToDay is { } day && ToStarts is { } starts && ToEnds is { } ends && DayPart.TryParse(ToSlot, out var part)
            ? new Shift(day, part, new TimeRange(starts, ends))
            : null,
        Added = Added,
        Revision = Revision,
        MarkedBy = MarkedBy,
        MarkedAt = MarkedAt,
    };
}

internal sealed class EditionRow
{
    public required string Site { get; init; }
    public required string Hash { get; set; }
    public required int Number { get; set; }
    public required DateTimeOffset Since { get; set; }
}
