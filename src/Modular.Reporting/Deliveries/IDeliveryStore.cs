namespace Modular.Reporting.Deliveries;

internal interface IDeliveryStore
{
    /// <summary>Adds those that are not there yet, one a subject and recipient, with the first line of their story. Returns how many were new.</summary>
    Task<int> PlanAsync(IReadOnlyList<Delivery> deliveries, string sentence, CancellationToken cancellation = default);

    /// <summary>Not yet sent nor given up, and due, oldest first.</summary>
    Task<IReadOnlyList<Delivery>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation = default);

    /// <summary>Keeps <paramref name="changed"/> with a line of its story; false when it is no longer as <paramref name="expected"/>.</summary>
    Task<bool> MoveAsync(Delivery changed, DeliveryState expected, DateTimeOffset at, string sentence, CancellationToken cancellation = default);

    /// <summary>How many there are in some states.</summary>
    Task<int> CountAsync(IReadOnlyList<DeliveryState> states, CancellationToken cancellation = default);

    Task<Delivery?> FindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>The latest first, with their stories, oldest line first.</summary>
    Task<IReadOnlyList<(Delivery Delivery, IReadOnlyList<DeliveryEvent> Story)>> LatestAsync(int most, CancellationToken cancellation = default);

    /// <summary>At a host's start: what it left in the middle of sending when it died.</summary>
    Task<IReadOnlyList<Delivery>> InterruptedAsync(CancellationToken cancellation = default);

    /// <summary>What another host has been sending for so long that it must have died.</summary>
    Task<IReadOnlyList<Delivery>> AbandonedAsync(DateTimeOffset now, CancellationToken cancellation = default);
}
