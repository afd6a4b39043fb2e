using Microsoft.EntityFrameworkCore;
using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;

namespace Modular.Storage.Deliveries;

internal sealed class DeliveryStore(IDbContextFactory<DeliveriesContext> contexts) : IDeliveryStore
{
    private static readonly DeliveryState[] Unsent = [DeliveryState.Planned, DeliveryState.Rendered, DeliveryState.Failed];

    public Task<int> PlanAsync(IReadOnlyList<Delivery> deliveries, string sentence, CancellationToken cancellation) => contexts.WriteAsync(async context =>
    {
        var planned = 0;
        foreach (var delivery in deliveries)
        {
            var (site, report, period) = delivery.Of;
            if (!await context.Deliveries.AnyAsync(row => row.Site == site && row.Report == report && row.Period == period && row.Recipient == delivery.Recipient, cancellation))
            {
                context.Deliveries.Add(Write(delivery));
                context.Events.Add(new EventRow { Delivery = delivery.Id, At = delivery.PlannedAt, State = delivery.State, Sentence = sentence });
                planned++;
            }
        }

        return planned;
    }, cancellation);

    public async Task<IReadOnlyList<Delivery>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Deliveries.AsNoTracking()
            .Where(row => Unsent.Contains(row.State) && row.NextAttemptAt <= now)
            .OrderBy(row => row.PlannedAt)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. rows.Select(Read)];
    }

    public Task<bool> MoveAsync(
        Delivery changed, DeliveryState expected, DateTimeOffset at, string sentence, CancellationToken cancellation) => contexts.WriteAsync(async context =>
    {
        if (await context.Deliveries.FindAsync([changed.Id], cancellation) is not { } row || row.State != expected)
        {
            return false;
        }

        (row.State, row.Attempts, row.NextAttemptAt, row.Until, row.SentAt) = (changed.State, changed.Attempts, changed.NextAttemptAt, changed.Until, changed.SentAt);
        (row.Subject, row.Text, row.Html) = (changed.Message?.Subject, changed.Message?.Text, changed.Message?.Html);
        context.Events.Add(new EventRow { Delivery = changed.Id, At = at, State = changed.State, Sentence = sentence });
        return true;
    }, cancellation);

    public async Task<Delivery?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Deliveries.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? Read(row) : null;
    }

    public async Task<IReadOnlyList<(Delivery Delivery, IReadOnlyList<DeliveryEvent> Story)>> LatestAsync(int most, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Deliveries.AsNoTracking().OrderByDescending(row => row.PlannedAt).ThenBy(row => row.Id).Take(most).ToListAsync(cancellation);
        var ids = rows.Select(row => row.Id).ToList();
        var events = (await context.Events.AsNoTracking().Where(row => ids.Contains(row.Delivery)).OrderBy(row => row.Id).ToListAsync(cancellation)).ToLookup(row => row.Delivery);
        return [.. rows.Select(row => (Read(row), (IReadOnlyList<DeliveryEvent>)[.. events[row.Id].Select(happened => new DeliveryEvent(happened.At, happened.State, happened.Sentence))]))];
    }

    public async Task<IReadOnlyList<Delivery>> InterruptedAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return [.. (await context.Deliveries.AsNoTracking().Where(row => row.State == DeliveryState.Sending).ToListAsync(cancellation)).Select(Read)];
    }

    private static Delivery Read(DeliveryRow row) => new()
    {
        Id = row.Id,
        Of = new MessageSubject(row.Site, row.Report, row.Period),
        Recipient = row.Recipient,
        State = row.State,
        Message = row.Subject is null ? null : new Message(row.Subject, row.Text ?? "", row.Html),
        Attempts = row.Attempts,
        PlannedAt = row.PlannedAt,
        NextAttemptAt = row.NextAttemptAt,
        Until = row.Until,
        SentAt = row.SentAt,
    };

    private static DeliveryRow Write(Delivery delivery) => new()
    {
        Id = delivery.Id,
        Site = delivery.Of.Site,
        Report = delivery.Of.Report,
        Period = delivery.Of.Period,
        Recipient = delivery.Recipient,
        State = delivery.State,
        Subject = delivery.Message?.Subject,
        Text = delivery.Message?.Text,
        Html = delivery.Message?.Html,
        Attempts = delivery.Attempts,
        PlannedAt = delivery.PlannedAt,
        NextAttemptAt = delivery.NextAttemptAt,
        Until = delivery.Until,
        SentAt = delivery.SentAt,
    };
}
