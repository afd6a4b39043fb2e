using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Modular.Benchmarks.Processes;

/// <summary>A real process that serves on a free port of the loopback, from its start to its end.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _complaints;
    private readonly Channel<string> _printed = Channel.CreateUnbounded<string>();

    private ServedProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _complaints = process.StandardError.ReadToEndAsync();
        // Read to the end, else the pipe fills and the process waits for us.
        _ = KeepPrintedAsync(process.StandardOutput);
    }

    /// <summary>The first such line on its standard output, now or in a while.</summary>
    public async Task<string> PrintedAsync(Func<string, bool> wanted)
    {
        using var over = new CancellationTokenSource(Patience);
        await foreach (var line in _printed.Reader.ReadAllAsync(over.Token))
        {
            if (wanted(line))
            {
                return line;
            }
        }

        throw new InvalidOperationException("The process ended its output without the line.");
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    public TimeSpan StartToReady { get; private set; }

    /// <summary>Starts what <paramref name="command"/> names for an address, and returns once it answers <c>/health/ready</c>.</summary>
    public static async Task<ServedProcess> StartAsync(Func<Uri, ProcessStartInfo> command)
    {
        var began = Stopwatch.GetTimestamp();
        var served = Launch(command);
        await served.ReadyAsync();
        served.StartToReady = Stopwatch.GetElapsedTime(began);
        return served;
    }

    /// <summary>Starts it and does not wait.</summary>
    public static ServedProcess Launch(Func<Uri, ProcessStartInfo> command)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = command(address);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return new ServedProcess(Process.Start(start)!, address);
    }

    /// <summary>What of it is in memory now.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as whoever looks after it sends.</summary>
    /// <returns>How long it took to end.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var told = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // With what it started itself: `dotnet run` starts the host.
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task KeepPrintedAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            _printed.Writer.TryWrite(line);
        }

        _printed.Writer.Complete();
    }

    /// <summary>Returns once it answers that it is.</summary>
    public async Task ReadyAsync()
    {
        using var client = new HttpClient();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var began = Stopwatch.GetTimestamp();
        do
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The process ended with {_process.ExitCode} before it was ready.\n{await _complaints}");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/health/ready"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet: asked again at the next pulse.
                continue;
            }
        }
        while (await pulse.WaitForNextTickAsync() && Stopwatch.GetElapsedTime(began) < Patience);

        await KillAsync();
        throw new TimeoutException($"The process was not ready after {Patience}.\n{await _complaints}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
