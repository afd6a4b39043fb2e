namespace Modular.Reporting.Deliveries;

internal sealed record RetryPolicy
{
    /// <summary>After the first failure, the second, …; the last one repeats.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    public TimeSpan GivenUpAfter { get; init; } = TimeSpan.FromHours(48);

    public TimeSpan WaitAfter(int attempts) => Waits[Math.Clamp(attempts, 1, Waits.Count) - 1];
}
