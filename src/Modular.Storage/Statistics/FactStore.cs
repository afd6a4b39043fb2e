using Microsoft.EntityFrameworkCore;
using Modular.Statistics;

namespace Modular.Storage.Statistics;

/// <summary>Facts as small integers: what an answer says stands once, in the site's vocabulary.</summary>
internal sealed class FactStore(IDbContextFactory<StatisticsContext> contexts) : IFactSink, IFactReader
{
    /// <summary>Owners cleared by one statement: a database takes only so many parameters.</summary>
    private const int OwnersAtOnce = 500;

    public Task ReplaceAsync(string site, string owner, IReadOnlyList<Fact> facts, CancellationToken cancellation = default) =>
        ReplaceAsync(site, new Dictionary<string, IReadOnlyList<Fact>> { [owner] = facts }, cancellation);

    public async Task ReplaceAsync(string site, IReadOnlyDictionary<string, IReadOnlyList<Fact>> factsByOwner, CancellationToken cancellation = default)
    {
        foreach (var (owner, facts) in factsByOwner)
        {
            Expect(facts, fact => fact.Site == site && fact.Owner == owner);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        foreach (var owners in factsByOwner.Keys.Chunk(OwnersAtOnce))
        {
            await context.Facts.Where(fact => fact.Site == site && owners.Contains(fact.Owner)).ExecuteDeleteAsync(cancellation);
        }

        await AddAsync(context, site, factsByOwner.Values.SelectMany(facts => facts), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task ReplaceAsync(string site, string unit, DateOnly from, DateOnly to, IReadOnlyList<Fact> facts, CancellationToken cancellation = default)
    {
        Expect(facts, fact => fact.Site == site && fact.Unit == unit && fact.On >= from && fact.On <= to);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.Facts.Where(fact => fact.Site == site && fact.Unit == unit && fact.Day >= from && fact.Day <= to).ExecuteDeleteAsync(cancellation);
        await AddAsync(context, site, facts, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<FactTable> ReadAsync(string site, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var table = new FactTable();
        var facts = context.Facts
            .Where(fact => fact.Site == site && units.Contains(fact.Unit) && fact.Day >= from && fact.Day <= to)
            .Select(fact => new { fact.Unit, fact.Day, fact.Codes, fact.Measures })
            .AsAsyncEnumerable();
        await foreach (var fact in facts.WithCancellation(cancellation))
        {
            table.Add(fact.Unit, fact.Day, fact.Codes, fact.Measures);
        }

        // Words are only ever added: read after the facts, they cover every one of them.
        await foreach (var word in context.Codes.AsNoTracking().Where(code => code.Site == site).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            table.Vocabulary.Add(word.Id, word.Dimension, word.Code.Length == 0 ? null : word.Code);
        }

        return table;
    }

    private static async Task AddAsync(StatisticsContext context, string site, IEnumerable<Fact> facts, CancellationToken cancellation)
    {
        var added = facts.ToList();
        var vocabulary = await VocabularyAsync(context, site, added, cancellation);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        context.Facts.AddRange(added.Select(fact => new FactRow
        {
            Site = site,
            Unit = fact.Unit,
            Owner = fact.Owner,
            Day = fact.On,
            Codes = FactCoding.Codes(fact.Codes.SelectMany(answer => answer.Value.Distinct().Select(code => vocabulary[(answer.Key, code)]))),
            Measures = FactCoding.Measures(fact.Measures.Select(measure => (vocabulary[(measure.Key, "")], measure.Value))),
        }));
        await context.SaveChangesAsync(cancellation);
    }

    private static async Task<IReadOnlyDictionary<(string Dimension, string Code), int>> VocabularyAsync(
        StatisticsContext context, string site, List<Fact> facts, CancellationToken cancellation)
    {
        var known = await context.Codes.Where(code => code.Site == site).ToDictionaryAsync(code => (code.Dimension, code.Code), cancellation);
        var missing = facts
            .SelectMany(fact => fact.Codes.SelectMany(answer => answer.Value.Select(code => (answer.Key, code))).Concat(fact.Measures.Keys.Select(measure => (measure, ""))))
            .Distinct()
            .Where(word => !known.ContainsKey(word))
            .Select(word => new CodeRow { Site = site, Dimension = word.Item1, Code = word.Item2 })
            .ToList();
        context.Codes.AddRange(missing);
        await context.SaveChangesAsync(cancellation);
        return known.Values.Concat(missing).ToDictionary(code => (code.Dimension, code.Code), code => code.Id);
    }

    private static void Expect(IEnumerable<Fact> facts, Func<Fact, bool> belongs)
    {
        if (!facts.All(belongs))
        {
            throw new ArgumentException("A fact lies outside what it replaces.", nameof(facts));
        }
    }
}
