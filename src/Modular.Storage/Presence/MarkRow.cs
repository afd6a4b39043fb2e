using Modular.Contracts.Presence;
using Modular.Presence.Marks;
using Modular.Presence.Occurrences;

namespace Modular.Storage.Presence;

/// <summary>A mark as a row; its identity says post, station and part, the day stands beside it to be found by.</summary>
internal sealed class MarkRow
{
    public required string Id { get; init; }
    public required string Site { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly Starts { get; init; }
    public required TimeOnly Ends { get; init; }
    public required MarkKind Kind { get; init; }
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

    public static MarkRow Of(Mark mark) => new()
    {
        Id = mark.Id.ToString(),
        Site = mark.Id.Site,
        Day = mark.Id.Day,
        Starts = mark.Hours.Start,
        Ends = mark.Hours.End,
        Kind = mark.Kind,
        Reason = mark.Reason,
        ByPost = mark.ByPost,
        ByWorker = mark.ByWorker,
        ToDay = mark.MovedTo?.Day,
        ToSlot = mark.MovedTo?.DayPart.ToString(),
        ToStarts = mark.MovedTo?.Hours.Start,
        ToEnds = mark.MovedTo?.Hours.End,
        Added = mark.Added,
        Revision = mark.Revision,
        MarkedBy = mark.MarkedBy,
        MarkedAt = mark.MarkedAt,
    };

    public Mark ToMark() => new()
    {
        Id = OccurrenceId.TryParse(Id, out var id) ? id : throw new InvalidDataException("A mark of the presence has no readable identity."),
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
