using Modular.Jobs.Messages;

namespace Modular.Reporting.Deliveries;

public sealed class DeliveryQueue
{
    private readonly IDeliveryStore _store;
    private readonly RetryPolicy _patience;
    private readonly TimeProvider _time;

    internal DeliveryQueue(IDeliveryStore store, RetryPolicy patience, TimeProvider time) => (_store, _patience, _time) = (store, patience, time);

    /// <summary>Raised when something may be due.</summary>
    internal event Action? Planned;

    /// <summary>Owes a message to each of the addresses, once whatever is asked again. Returns how many were not owed already.</summary>
    public async Task<int> PlanAsync(MessageSubject subject, IEnumerable<string> recipients, CancellationToken cancellation = default)
    {
        var now = _time.GetUtcNow();
        var deliveries = recipients
            .Select(recipient => recipient.Trim().ToLowerInvariant())
            .Distinct()
            .Select(recipient => New(subject, recipient, now))
            .ToList();
        var planned = await _store.PlanAsync(deliveries, "Prévu.", cancellation);
        Planned?.Invoke();
        return planned;
    }

    /// <summary>How many are yet to be sent, and how many were given up.</summary>
    public async Task<(int Waiting, int GivenUp)> CountAsync(CancellationToken cancellation = default) => (
        await _store.CountAsync([DeliveryState.Planned, DeliveryState.Rendered, DeliveryState.Sending, DeliveryState.Failed], cancellation),
        await _store.CountAsync([DeliveryState.GivenUp], cancellation));

    public Task<IReadOnlyList<(Delivery Delivery, IReadOnlyList<DeliveryEvent> Story)>> LatestAsync(int most, CancellationToken cancellation = default) =>
        _store.LatestAsync(most, cancellation);

    /// <summary>Tries again now, with all the time it had at first. False when it is sent already, or unknown.</summary>
    public async Task<bool> RetryAsync(Guid id, CancellationToken cancellation = default)
    {
        if (await _store.FindAsync(id, cancellation) is not { State: DeliveryState.Failed or DeliveryState.GivenUp } delivery)
        {
            return false;
        }

        var now = _time.GetUtcNow();
        var again = delivery with { State = DeliveryState.Failed, NextAttemptAt = now, Until = now + _patience.GivenUpAfter };
        var moved = await _store.MoveAsync(again, delivery.State, now, "Repris à la demande d’un administrateur.", cancellation);
        Planned?.Invoke();
        return moved;
    }

    private Delivery New(MessageSubject subject, string recipient, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Of = subject,
        Recipient = recipient,
        PlannedAt = now,
        NextAttemptAt = now,
        Until = now + _patience.GivenUpAfter,
    };
}
