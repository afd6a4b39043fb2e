namespace Modular.Reporting.Deliveries;

/// <summary>How long to wait between attempts, and when to give up.</summary>
internal sealed record DeliveryPatience
{
    /// <summary>After the first failure, the second, …; the last one repeats.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    /// <summary>After it was planned, or taken up again.</summary>
    public TimeSpan GivenUpAfter { get; init; } = TimeSpan.FromHours(48);

    public TimeSpan WaitAfter(int attempts) => Waits[Math.Clamp(attempts, 1, Waits.Count) - 1];
}
