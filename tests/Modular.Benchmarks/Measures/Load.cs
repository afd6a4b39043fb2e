using System.Diagnostics;

namespace Modular.Benchmarks.Measures;

/// <summary>A number of requests by a number of clients at once, each sending its next as soon as its last is answered.</summary>
/// <param name="PerSecond">Requests answered per second, over all clients.</param>
/// <param name="P95">Milliseconds within which 95 of 100 were answered.</param>
internal sealed record Load(double PerSecond, double P95)
{
    public const int Clients = 8;

    public static async Task<Load> OfAsync<T>(IReadOnlyList<T> requests, Func<T, Task> send, int clients = Clients)
    {
        var taken = new double[requests.Count];
        var next = -1;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            for (var index = Interlocked.Increment(ref next); index < requests.Count; index = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                await send(requests[index]);
                taken[index] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }
        }));
        var elapsed = Stopwatch.GetElapsedTime(began);
        return new Load(requests.Count / elapsed.TotalSeconds, taken.Order().ElementAt((int)Math.Ceiling(taken.Length * 0.95) - 1));
    }
}
