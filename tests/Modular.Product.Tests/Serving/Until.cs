using System.Diagnostics;

namespace Modular.Product.Tests.Serving;

/// <summary>Waits for what a process is about to do.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task TrueAsync(Func<Task<bool>> reached, string what)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var began = Stopwatch.GetTimestamp();
        while (!await reached())
        {
            Assert.IsTrue(Stopwatch.GetElapsedTime(began) < Patience, $"Waited {Patience} for {what}.");
            await pulse.WaitForNextTickAsync();
        }
    }
}
