using Modular.Reporting.Deliveries;

namespace Modular.Reporting.Tests.Deliveries;

/// <summary>A store that lets no delivery come to the states named.</summary>
internal sealed class LockedStore(IDeliveryStore store) : IDeliveryStore
{
    public IReadOnlyList<DeliveryState> Locked { get; set; } = [];

    public Task<int> PlanAsync(IReadOnlyList<Delivery> deliveries, string sentence, CancellationToken cancellation) =>
        store.PlanAsync(deliveries, sentence, cancellation);

    public Task<IReadOnlyList<Delivery>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation) => store.DueAsync(now, most, cancellation);

    public Task<bool> MoveAsync(Delivery changed, DeliveryState expected, DateTimeOffset at, string sentence, CancellationToken cancellation) =>
        Locked.Contains(changed.State) ? throw new IOException("database is locked") : store.MoveAsync(changed, expected, at, sentence, cancellation);

    public Task<Delivery?> FindAsync(Guid id, CancellationToken cancellation) => store.FindAsync(id, cancellation);

    public Task<IReadOnlyList<(Delivery Delivery, IReadOnlyList<DeliveryEvent> Story)>> LatestAsync(int most, CancellationToken cancellation) =>
        store.LatestAsync(most, cancellation);

    public Task<int> CountAsync(IReadOnlyList<DeliveryState> states, CancellationToken cancellation) => store.CountAsync(states, cancellation);

    public Task<IReadOnlyList<Delivery>> InterruptedAsync(CancellationToken cancellation) => store.InterruptedAsync(cancellation);

    public Task<IReadOnlyList<Delivery>> AbandonedAsync(DateTimeOffset now, CancellationToken cancellation) => store.AbandonedAsync(now, cancellation);
}
