using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Modular.Intake.Situations;

namespace Modular.Storage.Intake;

/// <summary>
/// One page of a list. It begins at a situation, not at a number of rows to be skipped, and each site is asked by itself, in the order of an index: a page
/// costs the same wherever it is and whatever is stored.
/// </summary>
/// <param name="context">What it asks.</param>
/// <param name="filter">What is wanted.</param>
/// <param name="firstPages">Those that were asked before, of the same database.</param>
internal sealed class SituationListQuery(
    IntakeContext context, SituationFilter filter, ConcurrentDictionary<(SituationState, bool, SituationOrder), FirstPage> firstPages)
{
    /// <summary>What was answered is not read: it stays sealed where it is.</summary>
    private static readonly Expression<Func<SituationRow, SituationRow>> Head = row => new SituationRow
    {
        Id = row.Id,
        Site = row.Site,
        Year = row.Year,
        Rank = row.Rank,
        Station = row.Station,
        ReferredOn = row.ReferredOn,
        FirstContactOn = row.FirstContactOn,
        LastContactOn = row.LastContactOn,
        Contacts = row.Contacts,
        ClosedOn = row.ClosedOn,
        Priority = row.Priority,
        ContactBefore = row.ContactBefore,
        Reminders = row.Reminders,
        EvaluatedBy = row.EvaluatedBy,
        EvaluatedOn = row.EvaluatedOn,
        RuleResults = row.RuleResults,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        CreatedBy = row.CreatedBy,
        Version = row.Version,
        Definition = row.Definition,
        Answers = Array.Empty<byte>(),
    };

    private readonly bool _oldestFirst = filter.State == SituationState.NotContacted || filter.WithReminders;

    public async Task<SituationRows> ReadAsync(IReadOnlyList<string> sites, CancellationToken cancellation)
    {
        var start = (filter.After ?? filter.Before) is { } id ? await SituationPosition.OfAsync(context, id, cancellation) : null;
        var isBackwards = filter.Before is not null && start is not null;
        var (rows, total) = (new List<SituationRow>(), 0);
        foreach (var site in sites)
        {
            var (read, length) = start is null && filter is { NameKeys: null, Station: null, Year: null }
                ? await firstPages.GetOrAdd((filter.State, filter.WithReminders, filter.Order), _ => new FirstPage(all => Ordered(Narrowed(all), false), Head))
                    .ReadAsync(context, site, filter.Take + 1, cancellation)
                : await PageAsync(site, start, isBackwards, cancellation);
            rows.AddRange(read);
            total += length;
        }

        // Each site gave its own in order: those of several are put together here.
        var found = sites.Count == 1 ? rows : Ordered(rows, isBackwards);
        var isMore = found.Count > filter.Take;
        var shown = found.Take(filter.Take).ToList();
        if (isBackwards)
        {
            shown.Reverse();
        }

        return new SituationRows(
            shown, Math.Min(total, SituationList.MostCounted + 1), isBackwards ? isMore : start is not null, isBackwards || isMore);
    }

    private async Task<(IReadOnlyList<SituationRow> Rows, int Length)> PageAsync(
        string site, SituationPosition? start, bool isBackwards, CancellationToken cancellation)
    {
        var named = filter.NameKeys is { } keys ? await NamedAsync(site, keys, cancellation) : null;
        var own = Narrowed(context.Situations.AsNoTracking().Where(row => row.Site == site));
        var page = named is null
            ? start?.Beyond(own, _oldestFirst != isBackwards) ?? own
            : from name in First(named) from row in own where row.Id == name.Situation select row;
        var rows = await Ordered(page, isBackwards).Take(filter.Take + 1).Select(Head).ToListAsync(cancellation);
        // A list is counted in its order, as a first page is; a search has that of its index.
        var length = start is null && rows.Count <= filter.Take
            ? rows.Count
            : await (named is null ? Ordered(own, false).Select(row => row.Id) : named.Select(name => name.Situation))
                .Take(SituationList.MostCounted + 1).CountAsync(cancellation);
        return (rows, length);
    }

    /// <summary>Those that bear every name, found from the rarest of them.</summary>
    private async Task<IQueryable<NameKeyRow>> NamedAsync(string site, IReadOnlyList<byte[]> keys, CancellationToken cancellation)
    {
        var (rarest, fewest) = (Array.Empty<byte>(), int.MaxValue);
        foreach (var key in keys)
        {
            var count = keys is [_] ? 0 : await Bearing(site, key).Take(SituationList.MostCounted).CountAsync(cancellation);
            (rarest, fewest) = count < fewest ? (key, count) : (rarest, fewest);
        }

        return keys.Where(key => key != rarest).Aggregate(
            Bearing(site, rarest), (found, key) => found.Where(name => Bearing(site, key).Any(other => other.Situation == name.Situation)));
    }

    /// <summary>The newest of them: a search has one page.</summary>
    private IQueryable<NameKeyRow> First(IQueryable<NameKeyRow> named) => named
        .OrderByDescending(name => name.ReferredOn).ThenByDescending(name => name.Rank).ThenByDescending(name => name.Situation).Take(filter.Take + 1);

    private IQueryable<NameKeyRow> Bearing(string site, byte[] key) => context.NameKeys.Where(name => name.Site == site && name.Key == key);

    private IQueryable<SituationRow> Narrowed(IQueryable<SituationRow> rows)
    {
        rows = filter.State switch
        {
            SituationState.Open => rows.Where(row => row.ClosedOn == null),
            SituationState.NotContacted => rows.Where(row => row.ClosedOn == null && row.FirstContactOn == null),
            SituationState.Closed => rows.Where(row => row.ClosedOn != null),
            _ => rows,
        };
        if (filter.WithReminders)
        {
            rows = rows.Where(row => row.ClosedOn == null && row.Reminders > 0);
        }

        if (filter.Station is { } station)
        {
            rows = rows.Where(row => row.Station == station);
        }

        return filter.Year is { } year && filter.Rank is { } rank ? rows.Where(row => row.Year == year && row.Rank == rank) : rows;
    }

    private IQueryable<SituationRow> Ordered(IQueryable<SituationRow> rows, bool isBackwards) => filter.Order == SituationOrder.Urgency
        ? rows.OrderByDescending(row => row.Priority).ThenBy(row => row.ContactBefore != null).ThenBy(row => row.ContactBefore)
            .ThenBy(row => row.ReferredOn).ThenBy(row => row.Rank).ThenBy(row => row.Id)
        : SituationPosition.Ordered(rows, _oldestFirst != isBackwards);

    /// <summary>The same order as the database has: it compares identifiers as they are spelled.</summary>
    private List<SituationRow> Ordered(IEnumerable<SituationRow> rows, bool isBackwards) =>
    [
        .. filter.Order == SituationOrder.Urgency
            ? rows.OrderByDescending(row => row.Priority).ThenBy(row => row.ContactBefore)
                .ThenBy(row => row.ReferredOn).ThenBy(row => row.Rank).ThenBy(Spelled, StringComparer.Ordinal)
            : _oldestFirst != isBackwards
                ? rows.OrderBy(row => row.ReferredOn).ThenBy(row => row.Rank).ThenBy(Spelled, StringComparer.Ordinal)
                : rows.OrderByDescending(row => row.ReferredOn).ThenByDescending(row => row.Rank).ThenByDescending(Spelled, StringComparer.Ordinal),
    ];

    private static string Spelled(SituationRow row) => row.Id.ToString();
}
