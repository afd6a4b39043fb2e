using Microsoft.EntityFrameworkCore;
using Modular.Statistics.Facts;

namespace Modular.Storage.Statistics;

/// <summary>Facts as small integers: what an answer says is kept once, in the site's dictionary. Each change of a site's facts has a number.</summary>
internal sealed class FactStore(IDbContextFactory<StatisticsContext> contexts) : IFactSink
{
    /// <summary>How many changes back what was removed is still written down.</summary>
    public const int VersionsKept = 256;

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
            var version = await NextVersionAsync(context, site, cancellation);
            await RemoveAsync(context, site, version, factsByOwner.Keys, cancellation);
            await AddAsync(context, site, version, [.. factsByOwner.Values.SelectMany(facts => facts)], cancellation);
        }, cancellation);
    }

    private static async Task<long> NextVersionAsync(StatisticsContext context, string site, CancellationToken cancellation)
    {
        await using var next = context.Command("""
            INSERT INTO statistics_version (site, version) VALUES (@site, 1)
            ON CONFLICT (site) DO UPDATE SET version = statistics_version.version + 1 RETURNING version
            """);
        next.Add("@site", site);
        return (long)(await next.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task RemoveAsync(StatisticsContext context, string site, long version, IEnumerable<string> owners, CancellationToken cancellation)
    {
        await using var forget = context.Command("DELETE FROM statistics_removed WHERE site = @site AND version <= @version");
        forget.Add("@site", site);
        forget.Add("@version", version - VersionsKept);
        await forget.ExecuteNonQueryAsync(cancellation);

        await using var note = context.Command("""
            INSERT INTO statistics_removed (site, version, fact) SELECT site, @version, id FROM statistics_fact WHERE site = @site AND owner = @owner
            """);
        await using var remove = context.Command("DELETE FROM statistics_fact WHERE site = @site AND owner = @owner");
        note.Add("@site", site);
        note.Add("@version", version);
        remove.Add("@site", site);
        var (noted, removed) = (note.Add("@owner"), remove.Add("@owner"));
        foreach (var owner in owners)
        {
            (noted.Value, removed.Value) = (owner, owner);
            if (await note.ExecuteNonQueryAsync(cancellation) > 0)
            {
                await remove.ExecuteNonQueryAsync(cancellation);
            }
        }
    }

    private static async Task AddAsync(StatisticsContext context, string site, long version, List<Fact> facts, CancellationToken cancellation)
    {
        var dictionary = await DictionaryAsync(context, site, facts, cancellation);
        await using var insert = context.Command("""
            INSERT INTO statistics_fact (site, unit, owner, day, codes, measures, version)
            VALUES (@site, @unit, @owner, @day, @codes, @measures, @version)
            """);
        var (unit, owner, day) = (insert.Add("@unit"), insert.Add("@owner"), insert.Add("@day"));
        var (codes, measures) = (insert.Add("@codes"), insert.Add("@measures"));
        insert.Add("@site", site);
        insert.Add("@version", version);
        foreach (var fact in facts)
        {
            unit.Value = fact.Unit;
            owner.Value = fact.Owner;
            day.Value = fact.On;
            codes.Value = FactCoding.Codes(fact.Codes.SelectMany(answer => answer.Value.Distinct().Select(code => dictionary[(answer.Key, code)])));
            measures.Value = FactCoding.Measures(fact.Measures.Select(measure => (dictionary[(measure.Key, "")], measure.Value)));
            await insert.ExecuteNonQueryAsync(cancellation);
        }
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
