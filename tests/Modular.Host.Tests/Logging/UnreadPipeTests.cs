using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Modular.Host.Tests.Logging;

/// <summary>The host as a process of its own, whose output goes into a pipe that nobody reads.</summary>
[TestClass]
public sealed class UnreadPipeTests
{
    /// <summary>More than the pipe and the framework's own queue hold together.</summary>
    private const int Requests = 5_000;

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task A_host_whose_output_nobody_reads_keeps_answering_and_writes_everything_at_its_stop()
    {
        using var folder = new Temporary();
        using var host = Start(folder.Path, out var address);
        using var visitor = new HttpClient { BaseAddress = address };
        await UntilItAnswersAsync(visitor, host);

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, cancellation) =>
        {
            using var answer = await visitor.GetAsync(new Uri("/connexion", UriKind.Relative), cancellation);
            Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        });

        using var stop = Process.Start("kill", [$"-TERM", $"{host.Id}"]);
        var lines = (await host.StandardOutput.ReadToEndAsync()).Split('\n');
        await host.WaitForExitAsync();
        Assert.AreEqual(0, host.ExitCode);
        Assert.HasCount(Requests, lines.Where(line => line.Contains("GET /Connexion 200", StringComparison.OrdinalIgnoreCase)));
    }

    private static Process Start(string folder, out Uri address)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        free.Stop();
        var plugins = Directory.CreateDirectory(Path.Combine(folder, "plugins")).FullName;
        return Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "modular.dll"), "serve", "--urls", address.ToString(), "--data-folder",
                Path.Combine(folder, "data"), "--plugins-folder", plugins,
            ])
        {
            RedirectStandardOutput = true,
        })!;
    }

    private static async Task UntilItAnswersAsync(HttpClient visitor, Process host)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var answers = false; !answers;)
        {
            Assert.IsFalse(host.HasExited);
            try
            {
                using var answer = await visitor.GetAsync(new Uri("/health/live", UriKind.Relative));
                answers = answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
                await pulse.WaitForNextTickAsync();
            }
        }
    }

    private sealed class Temporary : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("modular-pipe-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
