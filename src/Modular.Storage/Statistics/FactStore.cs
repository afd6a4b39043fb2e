using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Modular.Statistics.Facts;

namespace Modular.Storage.Statistics;

/// <summary>Facts as small integers: what an answer says is kept once, in the site's dictionary.</summary>
internal sealed class FactStore(IDbContextFactory<StatisticsContext> contexts) : IFactSink, IFactReader
{
    /// <summary>Owners cleared by one statement: a database takes only so many parameters.</summary>
    private const int OwnersAtOnce = 500;

    public async Task ReplaceAsync(string site, IReadOnlyDictionary<string, IReadOnlyList<Fact>> factsByOwner, CancellationToken cancellation = default)
    {
        foreach (var (owner, facts) in factsByOwner)
        {
            if (facts.Any(fact => fact.Site != site || fact.Owner != owner))
            {
                throw new ArgumentException("A fact lies outside what it replaces.", nameof(factsByOwner));
            }
        }

        await contexts.WriteAsync(async context =>
        {
            foreach (var owners in factsByOwner.Keys.Chunk(OwnersAtOnce))
            {
                await context.RemoveAsync(context.Facts.Where(fact => fact.Site == site && owners.Contains(fact.Owner)), cancellation);
            }

            await AddAsync(context, site, factsByOwner.Values.SelectMany(facts => facts), cancellation);
        }, cancellation);
    }

    public async Task<FactTable> ReadAsync(string site, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var table = new FactTable();
        await ReadFactsAsync(context, table, site, units, from, to, cancellation);

        // Words are only ever added: read after the facts, they cover every one of them.
        await foreach (var word in context.Codes.AsNoTracking().Where(code => code.Site == site).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            table.CodeDictionary.Add(word.Id, word.Dimension, word.Code.Length == 0 ? null : word.Code);
        }

        return table;
    }

    private static async Task AddAsync(StatisticsContext context, string site, IEnumerable<Fact> facts, CancellationToken cancellation)
    {
        var added = facts.ToList();
        var dictionary = await DictionaryAsync(context, site, added, cancellation);
        await using var insert = Command(
            context, "INSERT INTO statistics_fact (site, unit, owner, day, codes, measures) VALUES (@site, @unit, @owner, @day, @codes, @measures)");
        var (unit, owner, day) = (insert.Add("@unit"), insert.Add("@owner"), insert.Add("@day"));
        var (codes, measures) = (insert.Add("@codes"), insert.Add("@measures"));
        insert.Add("@site", site);
        foreach (var fact in added)
        {
            unit.Value = fact.Unit;
            owner.Value = fact.Owner;
            day.Value = fact.On;
            codes.Value = FactCoding.Codes(fact.Codes.SelectMany(answer => answer.Value.Distinct().Select(code => dictionary[(answer.Key, code)])));
            measures.Value = FactCoding.Measures(fact.Measures.Select(measure => (dictionary[(measure.Key, "")], measure.Value)));
            await insert.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>By hand: a report reads tens of thousands of rows, and an entity for each would take most of its time.</summary>
    private static async Task ReadFactsAsync(
        StatisticsContext context, FactTable table, string site, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        var names = units.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"@unit{index}")).ToList();
        await using var select = Command(context, $"""
            SELECT unit, day, codes, measures FROM statistics_fact
            WHERE site = @site AND unit IN ({string.Join(", ", names.DefaultIfEmpty("NULL"))}) AND day BETWEEN @from AND @to
            """);
        select.Add("@site", site);
        select.Add("@from", from);
        select.Add("@to", to);
        foreach (var (name, unit) in names.Zip(units))
        {
            select.Add(name, unit);
        }

        await using var reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            table.Add(reader.GetString(0), reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3));
        }
    }

    private static DbCommand Command(StatisticsContext context, string text)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = text;
        return command;
    }

    private static async Task<IReadOnlyDictionary<(string Dimension, string Code), int>> DictionaryAsync(
        StatisticsContext context, string site, List<Fact> facts, CancellationToken cancellation)
    {
        var known = await context.Codes.Where(code => code.Site == site).ToDictionaryAsync(code => (code.Dimension, code.Code), cancellation);
        var missing = facts
            .SelectMany(fact => fact.Codes.SelectMany(answer => answer.Value.Select(code => (answer.Key, code)))
                .Concat(fact.Measures.Keys.Select(measure => (measure, ""))))
            .Distinct()
            .Where(word => !known.ContainsKey(word))
            .Select(word => new CodeRow(0, site, word.Item1, word.Item2))
            .ToList();
        context.Codes.AddRange(missing);
        await context.FlushAsync(cancellation);
        return known.Values.Concat(missing).ToDictionary(code => (code.Dimension, code.Code), code => code.Id);
    }
}
