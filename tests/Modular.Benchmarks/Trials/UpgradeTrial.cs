using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;

namespace Modular.Benchmarks.Trials;

/// <summary>
/// A build of the version before serves so many situations to people who read and save; then this one takes its place: one host after the other on PostgreSQL,
/// the only one on SQLite. Who asks meanwhile is answered by the other host or told to wait; nothing else may fail, and nothing acknowledged be lost.
/// </summary>
internal sealed class UpgradeTrial
{
    private const int People = 8;
    private static readonly TimeSpan Thought = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<string> _acknowledged = [];
    private readonly ConcurrentDictionary<string, int> _failures = [];
    private readonly Visitor?[] _visitors = new Visitor?[2];
    private int _answered;
    private int _told;
    private long _waitedLongest;

    public static Task<bool> RunAsync(string before, int situations, TextWriter output) => new UpgradeTrial().TryAsync(before, situations, output);

    private async Task<bool> TryAsync(string before, int situations, TextWriter output)
    {
        using var first = new ModularHost(executable: before);
        using var second = first.PostgreSql is null ? null : new ModularHost(executable: before, beside: first);
        ModularHost[] hosts = [.. new[] { first, second }.OfType<ModularHost>()];
        var table = Path.Combine(first.DataFolder, "situations.csv");
        await ManySituations.WriteAsync(table, situations, YearOfSituations.Year);
        await first.RunAsync(["situations", "import", YearOfSituations.Site, table]);
        var worker = await first.AddAccountAsync("banc", "worker", YearOfSituations.Site);

        var served = new ServedProcess[hosts.Length];
        for (var at = 0; at < hosts.Length; at++)
        {
            if (at > 0)
            {
                hosts[at].TakeKeys(first);
            }

            served[at] = await hosts[at].ServeAsync();
            _visitors[at] = at == 0 ? await Visitor.SignedInAsync(served[at].Address, worker) : _visitors[0]!.At(served[at].Address);
            hosts[at].Executable = ModularHost.Built;
        }

        using var over = new CancellationTokenSource();
        var people = Enumerable.Range(0, People).Select(person => BeThereAsync(person, over.Token)).ToArray();
        await QuietAsync();
        var began = Stopwatch.GetTimestamp();

        // The first waits until the second has ended, and says so; that one is started anew when the first is there.
        await StopAsync(served[0], output);
        var upgraded = new ServedProcess[hosts.Length];
        upgraded[0] = hosts[0].Launch();
        _visitors[0] = _visitors[0]!.At(upgraded[0].Address);
        if (hosts.Length > 1)
        {
            await QuietAsync();
            await StopAsync(served[1], output);
            await upgraded[0].ReadyAsync();
            upgraded[1] = hosts[1].Launch();
            _visitors[1] = _visitors[0]!.At(upgraded[1].Address);
        }

        await upgraded[^1].ReadyAsync();
        Say(output, "upgraded_in", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        await QuietAsync();
        await over.CancelAsync();
        await Task.WhenAll(people);

        var lost = 0;
        foreach (var place in _acknowledged)
        {
            using var answer = await _visitors[hosts.Length - 1]!.GetAsync(place);
            lost += answer.StatusCode == HttpStatusCode.OK ? 0 : 1;
        }

        Say(output, "answered", _answered, "requests");
        Say(output, "told_to_wait", _told, "requests");
        Say(output, "longest_wait", TimeSpan.FromTicks(_waitedLongest).TotalSeconds, "s");
        Say(output, "failed", _failures.Values.Sum(), "requests");
        foreach (var (failure, times) in _failures)
        {
            await output.WriteLineAsync($"failure: {times} × {failure}");
        }

        Say(output, "acknowledged", _acknowledged.Count, "situations");
        Say(output, "lost", lost, "situations");
        await output.WriteLineAsync($"journal: {(await hosts[0].RunAsync(["journal", "verify"])).TrimEnd()}");
        foreach (var process in upgraded)
        {
            await process.DisposeAsync();
        }

        return (lost, _failures.IsEmpty, _acknowledged.IsEmpty) == (0, true, false);
    }

    /// <summary>Reads a page or saves, thinks a moment, and does so again; who is told to wait does.</summary>
    private async Task BeThereAsync(int person, CancellationToken over)
    {
        using var pulse = new PeriodicTimer(Thought);
        for (var turn = person; !over.IsCancellationRequested; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            while (!await AskAsync(person, isSave: turn % 3 == 0) && !over.IsCancellationRequested)
            {
                Interlocked.Increment(ref _told);
                await pulse.WaitForNextTickAsync(CancellationToken.None);
                var waited = Stopwatch.GetElapsedTime(began).Ticks;
                for (var most = _waitedLongest; waited > most; most = _waitedLongest)
                {
                    Interlocked.CompareExchange(ref _waitedLongest, waited, most);
                }
            }

            await pulse.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>As a proxy does: the host that the person is used to, then the other.</summary>
    /// <returns>False when both are to be waited for.</returns>
    private async Task<bool> AskAsync(int person, bool isSave)
    {
        var visitors = _visitors.OfType<Visitor>().ToList();
        foreach (var at in Enumerable.Range(0, visitors.Count))
        {
            var visitor = visitors[(person + at) % visitors.Count];
            try
            {
                using var page = await visitor.GetAsync(isSave ? SituationPage.New : "/situations");
                if (page.StatusCode == HttpStatusCode.ServiceUnavailable)
                {
                    continue;
                }

                page.EnsureSuccessStatusCode();
                if (isSave)
                {
                    var form = SituationPage.Filled(await page.Content.ReadAsStringAsync(), new DateOnly(YearOfSituations.Year, 3, 1));
                    using var saved = await visitor.SendAsync(SituationPage.New, form);
                    if (saved.StatusCode == HttpStatusCode.ServiceUnavailable)
                    {
                        continue;
                    }

                    _acknowledged.Add(
                        saved.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"a save was answered by {(int)saved.StatusCode}"));
                }

                Interlocked.Increment(ref _answered);
                return true;
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                // Nobody listens there.
            }
            catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException)
            {
                _failures.AddOrUpdate($"{(isSave ? "save" : "read")} {failure.Message} {failure.InnerException?.Message}", 1, (_, times) => times + 1);
                return true;
            }
        }

        return false;
    }

    private static async Task StopAsync(ServedProcess process, TextWriter output)
    {
        Say(output, "stopped_in", (await process.StopAsync()).TotalSeconds, "s");
        await process.DisposeAsync();
    }

    private static async Task QuietAsync()
    {
        using var pulse = new PeriodicTimer(Quiet);
        await pulse.WaitForNextTickAsync();
    }

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.###} {unit}"));
}
