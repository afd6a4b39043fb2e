using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Modular.Access;
using Modular.Access.Journal;
using Modular.Intake.Situations;

namespace Modular.Storage.Intake;

internal sealed class IntakeStore(IDbContextFactory<IntakeContext> contexts, IDatabase database, TimeProvider time) : IIntakeStore
{
    /// <summary>Asked by every page of a situation, and of a new one: EF reads the questions once, and not each time.</summary>
    private readonly Func<IntakeContext, Guid, CancellationToken, Task<SituationRow?>> _byId = EF.CompileAsyncQuery(
        (IntakeContext context, Guid id, CancellationToken cancellation) => context.Situations.AsNoTracking().FirstOrDefault(row => row.Id == id));

    private readonly Func<IntakeContext, Guid, CancellationToken, Task<bool>> _isThere = EF.CompileAsyncQuery(
        (IntakeContext context, Guid id, CancellationToken cancellation) => context.Situations.Any(row => row.Id == id));

    private readonly Func<IntakeContext, Guid, CancellationToken, Task<Guid?>> _ownerOf = EF.CompileAsyncQuery(
        (IntakeContext context, Guid entry, CancellationToken cancellation) =>
            context.Entries.IgnoreQueryFilters().Where(row => row.Id == entry).Select(row => (Guid?)row.Situation).FirstOrDefault());

    private readonly Func<IntakeContext, string, int, CancellationToken, Task<int?>> _lastRank = EF.CompileAsyncQuery(
        (IntakeContext context, string site, int year, CancellationToken cancellation) =>
            context.Situations.Where(row => row.Site == site && row.Year == year).Max(row => (int?)row.Rank));

    private static readonly string[] Evaluated =
    [
        nameof(SituationRow.Priority), nameof(SituationRow.ContactBefore), nameof(SituationRow.Reminders), nameof(SituationRow.EvaluatedBy),
        nameof(SituationRow.EvaluatedOn), nameof(SituationRow.RuleResults),
    ];

    private readonly ConcurrentDictionary<(SituationState, bool, SituationOrder), FirstPage> _firstPages = [];

    public async Task<SituationRow?> FindAsync(SituationScope scope, Guid id, CancellationToken cancellation = default)
    {
        await using var context = Bounded(scope);
        return await _byId(context, id, cancellation);
    }

    public async Task<bool> HasAsync(SituationScope scope, Guid id, CancellationToken cancellation = default)
    {
        await using var context = Bounded(scope);
        return await _isThere(context, id, cancellation);
    }

    public async Task<bool> AnyAsync(string site, CancellationToken cancellation = default)
    {
        await using var context = Bounded([site]);
        return await context.Situations.AnyAsync(cancellation);
    }

    public async Task<SituationRow?> NewestAsync(CancellationToken cancellation = default)
    {
        await using var context = Bounded([]);
        return await context.Situations.IgnoreQueryFilters().AsNoTracking()
            .OrderByDescending(row => row.Site).ThenByDescending(row => row.ReferredOn).ThenByDescending(row => row.Rank).ThenByDescending(row => row.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    public async Task<IReadOnlyList<byte[]>> NameKeysAsync(Guid situation, CancellationToken cancellation = default)
    {
        await using var context = Bounded([]);
        return await context.NameKeys.IgnoreQueryFilters().Where(row => row.Situation == situation).Select(row => row.Key).ToListAsync(cancellation);
    }

    public async Task<EntryRows> EntriesAsync(SituationScope scope, Guid situation, EntriesShown shown, CancellationToken cancellation = default)
    {
        await using var context = Bounded(scope);
        var entries = context.Entries.AsNoTracking().Where(row => row.Situation == situation);
        switch (shown)
        {
            case EntriesShown.Only(var id):
                return new EntryRows(id == Guid.Empty ? [] : await entries.Where(row => row.Id == id).ToListAsync(cancellation), 0);
            case EntriesShown.Newest(var before):
                if (before is { } next && await entries.FirstOrDefaultAsync(row => row.Id == next, cancellation) is { On: var day, CreatedAt: var written })
                {
                    entries = entries.Where(
                        row => row.On < day || (row.On == day && (row.CreatedAt < written || (row.CreatedAt == written && row.Id < next))));
                }

                var newest = await entries.OrderByDescending(row => row.On).ThenByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
                    .Take(EntriesShown.Most).ToListAsync(cancellation);
                newest.Reverse();
                return new EntryRows(newest, newest.Count < EntriesShown.Most ? 0 : await entries.CountAsync(cancellation) - newest.Count);
            default:
                return new EntryRows(await entries.OrderBy(row => row.On).ThenBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellation), 0);
        }
    }

    public async Task<SituationRows> ListAsync(SituationScope scope, SituationFilter filter, CancellationToken cancellation = default)
    {
        await using var context = Bounded(scope);
        return await new SituationListQuery(context, filter, _firstPages).ReadAsync(filter.Site is { } site ? [site] : scope.Sites, cancellation);
    }

    public async IAsyncEnumerable<SituationRow> AllAsync(
        SituationScope scope, string site, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var context = Bounded(scope);
        // One question that is read to its end: what is written meanwhile is not in it.
        var rows = SituationPosition.Ordered(context.Situations.AsNoTracking().Where(row => row.Site == site), oldestFirst: false);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return row;
        }
    }

    public async Task<IReadOnlyList<SituationRow>> EvaluatedOtherwiseAsync(Due due, SituationRow? after, int most, CancellationToken cancellation = default)
    {
        await using var context = Bounded([due.Site]);
        var open = context.Situations.AsNoTracking().Where(row => row.Site == due.Site && row.ClosedOn == null);
        var owed = (after is null ? open : SituationPosition.Of(after).Beyond(open, oldestFirst: true))
            .Where(row => row.EvaluatedBy == null || row.EvaluatedBy != due.Hash || (row.EvaluatedOn != due.Today && row.ReferredOn < due.OpenSince));
        return await SituationPosition.Ordered(owed, oldestFirst: true).Take(most).ToListAsync(cancellation);
    }

    public Task PutRuleResultsAsync(string site, IReadOnlyList<SituationRow> evaluated, CancellationToken cancellation = default) =>
        WriteAsync([site], async context =>
        {
            var ids = evaluated.Select(row => row.Id).ToList();
            var versions = await context.Situations.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Version })
                .ToDictionaryAsync(row => row.Id, row => row.Version, cancellation);
            foreach (var row in evaluated.Where(row => versions.TryGetValue(row.Id, out var version) && version == row.Version))
            {
                var entry = context.Attach(row);
                foreach (var name in Evaluated)
                {
                    entry.Property(name).IsModified = true;
                }
            }

            return true;
        }, cancellation);

    public Task<int> AddAsync(
        SituationScope scope, IReadOnlyList<Addition> additions, Func<int, JournalEntry> told, CancellationToken cancellation = default) =>
        WriteAsync(scope.Sites, async context =>
    {
        var ranks = new Dictionary<(string, int), int>();
        var added = 0;
        foreach (var (row, nameKeys, entries, owner, facts) in additions)
        {
            if (!scope.Sites.Contains(row.Site))
            {
                throw new InvalidOperationException("A situation was about to be written outside its scope.");
            }

            var year = (row.Site, row.Year);
            var last = ranks.TryGetValue(year, out var rank) ? rank : await _lastRank(context, row.Site, row.Year, cancellation) ?? 0;
            row.Rank = last + 1;
            if (await context.Rows.AddAsync(row, cancellation))
            {
                ranks[year] = row.Rank;
                added++;
                await PutAsync(context, row, nameKeys, owner, facts, cancellation);
                foreach (var entry in entries)
                {
                    Expect(await context.Rows.AddAsync(entry, cancellation));
                }
            }
        }

        if (added > 0)
        {
            await TellAsync(context, told(added), cancellation);
        }

        return added;
    }, cancellation);

    public Task<bool> ChangeAsync(
        SituationScope scope, Change change, JournalEntry told, CancellationToken cancellation = default) => WriteAsync(scope.Sites, async context =>
    {
        var row = change.Situation;
        var owner = change.Entry is { Id: var id } ? await _ownerOf(context, id, cancellation) : null;
        if (!scope.Sites.Contains(row.Site) || (owner is not null && owner != row.Id))
        {
            return false;
        }

        row.Version++;
        if (!await context.Rows.ReplaceAsync(row, cancellation))
        {
            return false;
        }

        if (change.NameKeys is not null)
        {
            await context.RemoveAsync(context.NameKeys.Where(key => key.Situation == row.Id), cancellation);
        }

        if (change.Entry is { } entry)
        {
            Expect(owner is null ? await context.Rows.AddAsync(entry, cancellation) : await context.Rows.ReplaceAsync(entry, cancellation));
        }

        await PutAsync(context, row, change.NameKeys ?? [], change.Owner, change.Facts, cancellation);
        await TellAsync(context, told, cancellation);
        return true;
    }, cancellation);

    public Task PutLegendAsync(LegendRow legend, CancellationToken cancellation = default) => contexts.WriteAsync(async context =>
    {
        if (!await context.Legends.AnyAsync(row => row.Hash == legend.Hash, cancellation))
        {
            context.Add(legend);
        }
    }, cancellation);

    public async Task<string?> LegendAsync(string hash, CancellationToken cancellation = default)
    {
        await using var context = Bounded([]);
        return await context.Legends.Where(row => row.Hash == hash).Select(row => row.Json).FirstOrDefaultAsync(cancellation);
    }

    public async Task<int> CountNotContactedAsync(string site, DateOnly referredBefore, CancellationToken cancellation = default)
    {
        await using var context = Bounded([site]);
        return await context.Situations.CountAsync(row => row.ClosedOn == null && row.FirstContactOn == null && row.ReferredOn < referredBefore, cancellation);
    }

    public async Task<IOutbox> OpenOutboxAsync(CancellationToken cancellation = default) =>
        new Outbox(contexts, await database.HoldAsync("outbox", cancellation));

    private static async Task PutAsync(
        IntakeContext context, SituationRow row, IReadOnlyList<byte[]> keys, string owner, string facts, CancellationToken cancellation)
    {
        foreach (var key in keys)
        {
            var named = new NameKeyRow { Situation = row.Id, Site = row.Site, Key = key, ReferredOn = row.ReferredOn, Rank = row.Rank };
            await context.Rows.AddAsync(named, cancellation);
        }

        await context.Rows.AddAsync(new OutboxRow { Site = row.Site, Owner = owner, Facts = facts }, cancellation);
    }

    private async Task TellAsync(IntakeContext context, JournalEntry told, CancellationToken cancellation) =>
        await context.Rows.AddAsync(PendingJournalRow.Of(JournalChain.Line(time.GetUtcNow(), told)), cancellation);

    private static void Expect(bool isWritten)
    {
        if (!isWritten)
        {
            throw new InvalidOperationException("An entry is not as its situation says.");
        }
    }

    private Task<T> WriteAsync<T>(IReadOnlyList<string> sites, Func<IntakeContext, Task<T>> work, CancellationToken cancellation) =>
        contexts.WriteAsync(context =>
        {
            context.Sites = sites;
            return work(context);
        }, cancellation);

    private IntakeContext Bounded(SituationScope scope) => Bounded(scope.Sites);

    private IntakeContext Bounded(IReadOnlyList<string> sites)
    {
        var context = contexts.CreateDbContext();
        context.Sites = sites;
        return context;
    }

    private sealed class Outbox(IDbContextFactory<IntakeContext> contexts, IAsyncDisposable held) : IOutbox
    {
        public async Task<IReadOnlyList<OutboxRow>> ReadAsync(int most, CancellationToken cancellation = default)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Outbox.AsNoTracking().OrderBy(row => row.Id).Take(most).ToListAsync(cancellation);
        }

        public Task DoneAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellation = default)
        {
            var ids = rows.Select(row => row.Id).ToList();
            return contexts.WriteAsync(context => context.RemoveAsync(context.Outbox.Where(row => ids.Contains(row.Id)), cancellation), cancellation);
        }

        public ValueTask DisposeAsync() => held.DisposeAsync();
    }
}
