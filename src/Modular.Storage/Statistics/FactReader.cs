using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Modular.Statistics.Facts;

namespace Modular.Storage.Statistics;

/// <summary>
/// Reads a site's facts once, and afterwards what changed, whichever process wrote it. What no report has asked for in half an hour is let go of.
/// </summary>
internal sealed class FactReader : IFactReader, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly IDbContextFactory<StatisticsContext> _contexts;
    private readonly IDatabase _database;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly ConcurrentDictionary<string, (SiteFacts Facts, DateTimeOffset ReadAt)> _sites = [];

    public FactReader(IDbContextFactory<StatisticsContext> contexts, IDatabase database, TimeProvider time)
    {
        (_contexts, _database, _time) = (contexts, database, time);
        _timer = time.CreateTimer(_ => LetGo(), null, Kept / 6, Kept / 6);
    }

    /// <summary>The sites whose facts are in memory.</summary>
    public IReadOnlyCollection<string> Sites => [.. _sites.Keys];

    public async Task<FactTable> ReadAsync(string site, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        var known = Known(site);
        if (await VersionAsync(context, site, cancellation) != known.Version)
        {
            // One at a time: of those who want the same site, the first reads it for all.
            await _reading.WaitAsync(cancellation);
            try
            {
                known = await ReadAsync(context, site, Known(site), cancellation);
            }
            finally
            {
                _reading.Release();
            }
        }

        _sites[site] = (known, _time.GetUtcNow());
        return known.Between(units, from, to);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _reading.Dispose();
    }

    private SiteFacts Known(string site) => _sites.TryGetValue(site, out var kept) ? kept.Facts : SiteFacts.None;

    private void LetGo()
    {
        foreach (var site in _sites.Where(site => site.Value.ReadAt < _time.GetUtcNow() - Kept))
        {
            _sites.TryRemove(site);
        }
    }

    private static async Task<long> VersionAsync(StatisticsContext context, string site, CancellationToken cancellation)
    {
        await using var select = context.Command("SELECT version FROM statistics_version WHERE site = @site");
        select.Add("@site", site);
        return await select.ExecuteScalarAsync(cancellation) as long? ?? 0;
    }

    private async Task<SiteFacts> ReadAsync(StatisticsContext context, string site, SiteFacts known, CancellationToken cancellation)
    {
        await using var reading = await _database.BeginReadingAsync(context.Database.GetDbConnection(), cancellation);
        await context.Database.UseTransactionAsync(reading, cancellation);
        try
        {
            var version = await VersionAsync(context, site, cancellation);
            // What was removed longer ago is not written down any more.
            var since = known.Version < version - FactStore.VersionsKept ? SiteFacts.None : known;
            return await ReadAsync(context, site, since, version, cancellation);
        }
        finally
        {
            await context.Database.UseTransactionAsync(null, CancellationToken.None);
        }
    }

    private static async Task<SiteFacts> ReadAsync(
        StatisticsContext context, string site, SiteFacts known, long version, CancellationToken cancellation)
    {
        var words = new CodeDictionary();
        await EachAsync(
            context, "SELECT id, dimension, code FROM statistics_code WHERE site = @site", site, null,
            row => words.Add(row.GetInt32(0), row.GetString(1), row.GetString(2) is { Length: > 0 } code ? code : null), cancellation);
        var removed = new HashSet<long>();
        await EachAsync(
            context, "SELECT fact FROM statistics_removed WHERE site = @site AND version > @known", site, known.Version,
            row => removed.Add(row.GetInt64(0)), cancellation);
        var units = known.Units.ToDictionary(unit => unit.Key, unit => new FactColumnsBuilder(words, unit.Value));
        await EachAsync(
            context, "SELECT id, unit, day, codes, measures FROM statistics_fact WHERE site = @site AND version > @known", site, known.Version,
            row => Add(row, words, units), cancellation);
        return new(version, words, units.ToDictionary(unit => unit.Key, unit => unit.Value.Build(removed)));
    }

    private static async Task EachAsync(
        StatisticsContext context, string question, string site, long? known, Action<DbDataReader> read, CancellationToken cancellation)
    {
        await using var select = context.Command(question);
        select.Add("@site", site);
        if (known is { } version)
        {
            select.Add("@known", version);
        }

        await using var reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            read(reader);
        }
    }

    private static void Add(DbDataReader reader, CodeDictionary words, Dictionary<string, FactColumnsBuilder> units)
    {
        var unit = reader.GetString(1);
        if (!units.TryGetValue(unit, out var columns))
        {
            units.Add(unit, columns = new(words));
        }

        columns.Add(reader.GetInt64(0), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4));
    }
}
