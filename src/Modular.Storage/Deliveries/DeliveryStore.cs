using Microsoft.EntityFrameworkCore;
using Modular.Reporting.Deliveries;

namespace Modular.Storage.Deliveries;

internal sealed class DeliveryStore(IDbContextFactory<DeliveriesContext> contexts, IDatabase database) : IDeliveryStore
{
    /// <summary>Longer than any server takes for one message.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    private static readonly DeliveryState[] Unsent = [DeliveryState.Planned, DeliveryState.Rendered, DeliveryState.Failed];

    private readonly Lazy<string> _name = new(() => HostOwner.Of(database));

    private string Owner => _name.Value;

    public Task<int> PlanAsync(IReadOnlyList<Delivery> deliveries, string sentence, CancellationToken cancellation) => contexts.WriteAsync(async context =>
    {
        var planned = 0;
        foreach (var delivery in deliveries)
        {
            var (site, report, period) = delivery.Of;
            var known = context.Deliveries.Where(row => row.Of.Site == site && row.Of.Report == report && row.Of.Period == period);
            if (!await known.AnyAsync(row => row.Recipient == delivery.Recipient, cancellation))
            {
                context.Add(delivery);
                context.Add(new EventRow(0, delivery.Id, delivery.PlannedAt, delivery.State, sentence));
                planned++;
            }
        }

        return planned;
    }, cancellation);

    public async Task<IReadOnlyList<Delivery>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation) =>
        await contexts.ReadAsync(context => context.Deliveries
            .Where(row => Unsent.Contains(row.State) && row.NextAttemptAt <= now)
            .OrderBy(row => row.PlannedAt)
            .Take(most)
            .ToListAsync(cancellation), cancellation);

    public Task<bool> MoveAsync(
        Delivery changed, DeliveryState expected, DateTimeOffset at, string sentence, CancellationToken cancellation) => contexts.WriteAsync(async context =>
    {
        // What another host is sending is its own, until it has been silent for too long.
        var stands = await context.Deliveries.Where(row => row.Id == changed.Id && row.State == expected)
            .AnyAsync(
                row => expected != DeliveryState.Sending || EF.Property<string?>(row, DeliveriesContext.Owner) == null
                    || EF.Property<string?>(row, DeliveriesContext.Owner) == Owner || EF.Property<DateTimeOffset?>(row, DeliveriesContext.HeldUntil) < at,
                cancellation);
        if (stands)
        {
            var row = context.Update(changed);
            var isSending = changed.State == DeliveryState.Sending;
            row.Property<string?>(DeliveriesContext.Owner).CurrentValue = isSending ? Owner : null;
            row.Property<DateTimeOffset?>(DeliveriesContext.HeldUntil).CurrentValue = isSending ? at + Held : null;
            context.Add(new EventRow(0, changed.Id, at, changed.State, sentence));
        }

        return stands;
    }, cancellation);

    public Task<int> CountAsync(IReadOnlyList<DeliveryState> states, CancellationToken cancellation) =>
        contexts.ReadAsync(context => context.Deliveries.CountAsync(row => states.Contains(row.State), cancellation), cancellation);

    public Task<Delivery?> FindAsync(Guid id, CancellationToken cancellation) =>
        contexts.ReadAsync(context => context.Deliveries.FirstOrDefaultAsync(row => row.Id == id, cancellation), cancellation);

    public async Task<IReadOnlyList<(Delivery Delivery, IReadOnlyList<DeliveryEvent> Story)>> LatestAsync(int most, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var latest = context.Deliveries.AsNoTracking().OrderByDescending(row => row.PlannedAt).ThenBy(row => row.Id);
        var deliveries = await latest.Take(most).ToListAsync(cancellation);
        var ids = deliveries.Select(delivery => delivery.Id).ToList();
        var rows = await context.Events.AsNoTracking().Where(row => ids.Contains(row.Delivery)).OrderBy(row => row.Id).ToListAsync(cancellation);
        var events = rows.ToLookup(row => row.Delivery, row => new DeliveryEvent(row.At, row.State, row.Sentence));
        return [.. deliveries.Select(delivery => (delivery, (IReadOnlyList<DeliveryEvent>)[.. events[delivery.Id]]))];
    }

    public async Task<IReadOnlyList<Delivery>> InterruptedAsync(CancellationToken cancellation) => await contexts.ReadAsync(
        context => Sending(context)
            .Where(row => EF.Property<string?>(row, DeliveriesContext.Owner) == null || EF.Property<string?>(row, DeliveriesContext.Owner) == Owner)
            .ToListAsync(cancellation),
        cancellation);

    public async Task<IReadOnlyList<Delivery>> AbandonedAsync(DateTimeOffset now, CancellationToken cancellation) => await contexts.ReadAsync(
        context => Sending(context)
            .Where(row => EF.Property<string?>(row, DeliveriesContext.Owner) != Owner)
            .Where(row => EF.Property<DateTimeOffset?>(row, DeliveriesContext.HeldUntil) < now)
            .ToListAsync(cancellation),
        cancellation);

    private static IQueryable<Delivery> Sending(DeliveriesContext context) => context.Deliveries.Where(row => row.State == DeliveryState.Sending);
}
