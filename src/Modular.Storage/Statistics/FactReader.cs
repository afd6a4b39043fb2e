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
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly ConcurrentDictionary<string, (SiteFacts Facts, DateTimeOffset ReadAt)> _sites = [];

    public FactReader(IDbContextFactory<StatisticsContext> contexts, TimeProvider time)
    {
        (_contexts, _time) = (contexts, time);
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

    /// <summary>In one statement, so that all of it is of one instant; its parts come in the order in which they are written.</summary>
    private static async Task<SiteFacts> ReadAsync(StatisticsContext context, string site, SiteFacts known, CancellationToken cancellation)
    {
        await using var select = context.Command("""
            SELECT 0, version, NULL, NULL, NULL, NULL FROM statistics_version WHERE site = @site
            UNION ALL SELECT 1, id, dimension, code, NULL, NULL FROM statistics_code WHERE site = @site
            UNION ALL SELECT 2, fact, NULL, NULL, NULL, NULL FROM statistics_removed WHERE site = @site AND version > @known
            UNION ALL SELECT 3, id, unit, day, codes, measures FROM statistics_fact WHERE site = @site AND version > @known
            """);
        select.Add("@site", site);
        select.Add("@known", known.Version);
        var version = 0L;
        var words = new CodeDictionary();
        var removed = new HashSet<long>();
        var units = known.Units.ToDictionary(unit => unit.Key, unit => new FactColumnsBuilder(words, unit.Value));
        await using (var reader = await select.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                switch (reader.GetInt32(0))
                {
                    case 0:
                        version = reader.GetInt64(1);
                        break;
                    case 1:
                        words.Add(reader.GetInt32(1), reader.GetString(2), reader.GetString(3) is { Length: > 0 } code ? code : null);
                        break;
                    case 2:
                        removed.Add(reader.GetInt64(1));
                        break;
                    default:
                        Add(reader, words, units);
                        break;
                }
            }
        }

        // What was removed longer ago is not written down any more.
        return known.Version >= 0 && known.Version < version - FactStore.VersionsKept
            ? await ReadAsync(context, site, SiteFacts.None, cancellation)
            : new(version, words, units.ToDictionary(unit => unit.Key, unit => unit.Value.Build(removed)));
    }

    private static void Add(DbDataReader reader, CodeDictionary words, Dictionary<string, FactColumnsBuilder> units)
    {
        var unit = reader.GetString(2);
        if (!units.TryGetValue(unit, out var columns))
        {
            units.Add(unit, columns = new(words));
        }

        columns.Add(reader.GetInt64(1), reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<byte[]>(4), reader.GetFieldValue<byte[]>(5));
    }
}
