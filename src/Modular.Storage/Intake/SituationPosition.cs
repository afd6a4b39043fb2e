using Microsoft.EntityFrameworkCore;
using Modular.Intake.Situations;

namespace Modular.Storage.Intake;

/// <summary>Where a situation is among those of its site, by its referral: a page, or a portion, begins beyond the last one of that before.</summary>
internal sealed record SituationPosition(DateOnly Day, int Rank, Guid Id)
{
    public static SituationPosition Of(SituationRow row) => new(row.ReferredOn, row.Rank, row.Id);

    public static Task<SituationPosition?> OfAsync(IntakeContext context, Guid id, CancellationToken cancellation) =>
        context.Situations.Where(row => row.Id == id).Select(row => new SituationPosition(row.ReferredOn, row.Rank, row.Id)).FirstOrDefaultAsync(cancellation);

    /// <summary>By the day of the referral: the order of which it is a position.</summary>
    public static IQueryable<SituationRow> Ordered(IQueryable<SituationRow> rows, bool oldestFirst) => oldestFirst
        ? rows.OrderBy(row => row.ReferredOn).ThenBy(row => row.Rank).ThenBy(row => row.Id)
        : rows.OrderByDescending(row => row.ReferredOn).ThenByDescending(row => row.Rank).ThenByDescending(row => row.Id);

    /// <summary>The first comparison alone finds its place in the index.</summary>
    public IQueryable<SituationRow> Beyond(IQueryable<SituationRow> rows, bool oldestFirst) => oldestFirst
        ? rows.Where(row => row.ReferredOn >= Day && (row.ReferredOn > Day || row.Rank > Rank || (row.Rank == Rank && row.Id > Id)))
        : rows.Where(row => row.ReferredOn <= Day && (row.ReferredOn < Day || row.Rank < Rank || (row.Rank == Rank && row.Id < Id)));
}
