using Microsoft.EntityFrameworkCore;
using Modular.Presence;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;

namespace Modular.Storage.Presence;

internal sealed class PresenceStore(IDbContextFactory<PresenceContext> contexts, TimeProvider time) : IPresenceStore
{
    /// <summary>Asked by each day page and each calendar: EF reads the questions once, and not each time.</summary>
    private readonly Func<PresenceContext, string, DateOnly, DateOnly, IAsyncEnumerable<OutcomeRow>> _outcomes = EF.CompileAsyncQuery(
        (PresenceContext context, string site, DateOnly from, DateOnly to) => context.Outcomes.AsNoTracking()
            .Where(outcome => outcome.Site == site && ((outcome.Day >= from && outcome.Day <= to) || (outcome.ToDay >= from && outcome.ToDay <= to)))
            .OrderBy(outcome => outcome.Id).AsQueryable());

    private readonly Func<PresenceContext, string, DateOnly, DateOnly, IAsyncEnumerable<Absence>> _absences = EF.CompileAsyncQuery(
        (PresenceContext context, string site, DateOnly from, DateOnly to) => context.Absences.AsNoTracking()
            .Where(absence => absence.Site == site && absence.From <= to && absence.To >= from)
            .OrderBy(absence => absence.From).ThenBy(absence => absence.To).ThenBy(absence => absence.Post).ThenBy(absence => absence.Reason)
            .ThenBy(absence => absence.Id).AsQueryable());

    private readonly Func<PresenceContext, string, DateOnly, DateOnly, IAsyncEnumerable<PostHolder>> _holders = EF.CompileAsyncQuery(
        (PresenceContext context, string site, DateOnly from, DateOnly to) => context.Holders.AsNoTracking()
            .Where(holder => holder.Site == site && holder.From <= to && (holder.To == null || holder.To >= from))
            .OrderBy(holder => holder.From).ThenBy(holder => holder.Post).ThenBy(holder => holder.Id).AsQueryable());

    public Task<PresenceRecords> ReadAsync(
        string site, DateOnly from, DateOnly to, CancellationToken cancellation = default) => contexts.ReadAsync(async context =>
    {
        var outcomes = await _outcomes(context, site, from, to).Select(outcome => outcome.ToOutcome()).ToListAsync(cancellation);
        var absences = await _absences(context, site, from, to).ToListAsync(cancellation);
        return new PresenceRecords(outcomes, absences, await _holders(context, site, from, to).ToListAsync(cancellation));
    }, cancellation);

    public Task<bool> SaveAsync(OccurrenceOutcome outcome, CancellationToken cancellation = default) => contexts.WriteAsync(async context =>
    {
        var row = OutcomeRow.Of(outcome);
        var before = await context.Outcomes.Where(known => known.Id == row.Id).Select(known => (int?)known.Revision).FirstOrDefaultAsync(cancellation);
        if (outcome.Revision != (before ?? 0) + 1)
        {
            return false;
        }

        context.Entry(row).State = before is null ? EntityState.Added : EntityState.Modified;
        return true;
    }, cancellation);

    public Task AddAsync(IReadOnlyList<OccurrenceOutcome> outcomes, CancellationToken cancellation = default) => contexts.WriteAsync(async context =>
    {
        var rows = outcomes.Select(OutcomeRow.Of).ToDictionary(row => row.Id);
        foreach (var marked in await context.Outcomes.Where(known => rows.Keys.Contains(known.Id)).Select(known => known.Id).ToListAsync(cancellation))
        {
            rows.Remove(marked);
        }

        context.AddRange(rows.Values);
    }, cancellation);

    public Task SaveAsync(Absence absence, CancellationToken cancellation = default) => contexts.WriteAsync(context =>
    {
        context.Add(absence);
        return RaiseEditionAsync(context, absence.Site, cancellation);
    }, cancellation);

    public Task SaveAsync(PostHolder holder, CancellationToken cancellation = default) => contexts.WriteAsync(async context =>
    {
        // Which of two of the same day is named, no order of theirs says.
        var replaced = context.Holders.Where(known => known.Site == holder.Site && known.Post == holder.Post && known.From == holder.From);
        await context.RemoveAsync(replaced, cancellation);
        context.Add(holder);
        await RaiseEditionAsync(context, holder.Site, cancellation);
    }, cancellation);

    public Task RemoveAbsenceAsync(string site, Guid absence, CancellationToken cancellation = default) => contexts.WriteAsync(async context =>
    {
        if (await context.RemoveAsync(context.Absences.Where(known => known.Site == site && known.Id == absence), cancellation) > 0)
        {
            await RaiseEditionAsync(context, site, cancellation);
        }
    }, cancellation);

    public async Task<Edition> EditionAsync(string site, string hash, CancellationToken cancellation = default)
    {
        var known = await contexts.ReadAsync(
            context => context.Editions.FirstOrDefaultAsync(edition => edition.Site == site && edition.Hash == hash, cancellation), cancellation);
        if (known is not null)
        {
            return new Edition(known.Number, known.Since);
        }

        return await contexts.WriteAsync(async context =>
        {
            // Another may have read the new edition first: theirs is the one.
            var edition = await context.Editions.FindAsync([site], cancellation)
                ?? context.Add(new EditionRow { Site = site, Hash = hash, Number = 1, Since = time.GetUtcNow() }).Entity;
            if (edition.Hash != hash)
            {
                edition.Hash = hash;
                Raise(edition);
            }

            return new Edition(edition.Number, edition.Since);
        }, cancellation);
    }

    private async Task RaiseEditionAsync(PresenceContext context, string site, CancellationToken cancellation)
    {
        if (await context.Editions.FindAsync([site], cancellation) is { } edition)
        {
            Raise(edition);
        }
    }

    private void Raise(EditionRow edition) => (edition.Number, edition.Since) = (edition.Number + 1, time.GetUtcNow());
}
