using Microsoft.EntityFrameworkCore;
using Modular.Presence.Marks;

namespace Modular.Storage.Presence;

internal sealed class PresenceStore(IDbContextFactory<PresenceContext> contexts, TimeProvider time) : IPresenceStore
{
    public async Task<PresenceRecords> ReadAsync(string site, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var marks = await context.Marks.AsNoTracking()
            .Where(mark => mark.Site == site && ((mark.Day >= from && mark.Day <= to) || (mark.ToDay >= from && mark.ToDay <= to)))
            .OrderBy(mark => mark.Id)
            .ToListAsync(cancellation);
        var absences = await context.Absences.AsNoTracking()
            .Where(absence => absence.Site == site && absence.From <= to && absence.To >= from)
            .OrderBy(absence => absence.From)
            .ToListAsync(cancellation);
        var holders = await context.Holders.AsNoTracking()
            .Where(holder => holder.Site == site && holder.From <= to && (holder.To == null || holder.To >= from))
            .OrderBy(holder => holder.From)
            .ToListAsync(cancellation);
        return new PresenceRecords([.. marks.Select(mark => mark.ToMark())], absences, holders);
    }

    public async Task<bool> SaveAsync(Mark mark, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = MarkRow.Of(mark);
        if (mark.Revision == 1)
        {
            context.Add(row);
        }
        else
        {
            context.Update(row).Property(known => known.Revision).OriginalValue = mark.Revision - 1;
        }

        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException) when (mark.Revision == 1)
        {
            // Two people made the first mark at once; anything else that went wrong is not swallowed.
            await using var reading = await contexts.CreateDbContextAsync(cancellation);
            if (await reading.Marks.AnyAsync(known => known.Id == row.Id, cancellation))
            {
                return false;
            }

            throw;
        }
    }

    public Task SaveAsync(Absence absence, CancellationToken cancellation = default) =>
        ChangeAsync(absence.Site, context => context.Add(absence), cancellation);

    public Task SaveAsync(PostHolder holder, CancellationToken cancellation = default) =>
        ChangeAsync(holder.Site, context => context.Add(holder), cancellation);

    public async Task RemoveAbsenceAsync(string site, Guid absence, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.BeginWriteAsync(cancellation);
        if (await context.Absences.Where(known => known.Site == site && known.Id == absence).ExecuteDeleteAsync(cancellation) > 0)
        {
            await RaiseEditionAsync(context, site, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    public async Task<Edition> EditionAsync(string site, string hash, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        for (var attempt = 1; ; attempt++)
        {
            var known = await context.Editions.AsNoTracking().FirstOrDefaultAsync(edition => edition.Site == site, cancellation);
            if (known?.Hash == hash)
            {
                return new Edition(known.Number, known.Since);
            }

            try
            {
                await SucceedAsync(context, known, site, hash, cancellation);
            }
            catch (DbUpdateException) when (attempt == 1)
            {
                // Somebody else read the first edition at the same time: theirs is read now.
                context.ChangeTracker.Clear();
            }
        }
    }

    private async Task SucceedAsync(PresenceContext context, EditionRow? known, string site, string hash, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (known is not null)
        {
            await context.Editions.Where(edition => edition.Site == site && edition.Hash == known.Hash)
                .ExecuteUpdateAsync(set => set.SetProperty(edition => edition.Hash, hash).SetProperty(edition => edition.Number, edition => edition.Number + 1).SetProperty(edition => edition.Since, now), cancellation);
            return;
        }

        context.Add(new EditionRow { Site = site, Hash = hash, Number = 1, Since = now });
        await context.SaveChangesAsync(cancellation);
    }

    private async Task ChangeAsync(string site, Action<PresenceContext> change, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.BeginWriteAsync(cancellation);
        change(context);
        await context.SaveChangesAsync(cancellation);
        await RaiseEditionAsync(context, site, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private Task<int> RaiseEditionAsync(PresenceContext context, string site, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return context.Editions.Where(edition => edition.Site == site)
            .ExecuteUpdateAsync(set => set.SetProperty(edition => edition.Number, edition => edition.Number + 1).SetProperty(edition => edition.Since, now), cancellation);
    }
}
