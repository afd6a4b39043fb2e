using System.Diagnostics;
using System.Globalization;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;

namespace Modular.Benchmarks.Measures;

/// <summary>Is it still as quick and as small as it was? One <c>name: value unit</c> a line.</summary>
internal static class Smoke
{
    /// <summary>One in how many of the requests and rows: all of them, unless a test that only wants to see it measure says otherwise.</summary>
    private static readonly int Part = int.Parse(
        Environment.GetEnvironmentVariable("MODULAR_SMOKE_PART") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture);

    private static readonly int Cold = 500 / Part;
    private static readonly int Requests = 10_000 / Part;
    private static readonly int WarmUp = 3000 / Part;
    private static readonly int MostRounds = Part == 1 ? 12 : 1;

    private static readonly int Saves = 2000 / Part;
    private static readonly int Situations = 10_000 / Part;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    /// <param name="executable">Another build than the one beside this program: published, or of the version before.</param>
    public static async Task RunAsync(TextWriter output, string? executable = null)
    {
        using var host = new ModularHost(executable: executable);
        var worker = await host.AddAccountAsync("banc", "worker", YearOfSituations.Site);
        await using (var served = await host.ServeAsync())
        {
            Say(output, "start_to_ready", served.StartToReady.TotalMilliseconds, "ms");
            using (var idle = new PeriodicTimer(Idle))
            {
                await idle.WaitForNextTickAsync();
            }

            Say(output, "idle_memory", served.ResidentBytes / 1024.0 / 1024.0, "MiB");
            await MeasureFormAsync(served.Address, worker, output);
        }

        await MeasureReportAsync(host, output);
    }

    private static async Task MeasureFormAsync(Uri address, Account worker, TextWriter output)
    {
        using var visitor = await Visitor.SignedInAsync(address, worker);
        var bytes = (int)await visitor.ReceiveAsync(SituationPage.New);
        Say(output, "form_size", bytes / 1024.0, "KiB");
        await using var bare = await BareKestrel.StartAsync(bytes);
        Say(output, "start_to_ready_bare_kestrel", bare.StartToReady.TotalMilliseconds, "ms");
        using var passer = new Visitor(bare.Address);

        // Cold as after a start, then as it is for the rest of the day.
        Say(output, "form_get_cold", (await ReadPagesAsync(visitor, SituationPage.New, Cold)).PerSecond, "requests/s");
        await WarmAsync(() => ReadPagesAsync(visitor, SituationPage.New, WarmUp));
        await WarmAsync(() => ReadPagesAsync(passer, "/page", WarmUp));
        Say(output, "form_get", await ReadPagesAsync(visitor, SituationPage.New, Requests), await ReadPagesAsync(passer, "/page", Requests));

        var filled = await SituationPage.FilledAsync(visitor, new DateOnly(YearOfSituations.Year, 6, 1));
        Say(output, "form_post_cold", (await SaveAsync(visitor, filled, Cold)).PerSecond, "requests/s");
        await WarmAsync(() => SaveAsync(visitor, filled, WarmUp / 2));
        await WarmAsync(() => PostAsync(passer, filled, WarmUp / 2));
        Say(output, "form_post", await SaveAsync(visitor, filled, Saves), await PostAsync(passer, filled, Saves));
    }

    /// <summary>Until two rounds in a row are no faster than the best: what is still being compiled is not what the rest of the day costs.</summary>
    private static async Task WarmAsync(Func<Task<Load>> round)
    {
        var (best, noFaster) = (0.0, 0);
        for (var turn = 0; turn < MostRounds && noFaster < 2; turn++)
        {
            var rate = (await round()).PerSecond;
            noFaster = rate > best * 1.05 ? 0 : noFaster + 1;
            best = Math.Max(best, rate);
        }
    }

    /// <summary>The same form sent to a server that does nothing with it.</summary>
    private static Task<Load> PostAsync(Visitor passer, HtmlForm filled, int times) => Load.OfAsync(
        Enumerable.Repeat(filled with { Action = null }, times).ToList(), async form => (await passer.SendAsync("/page", form)).Dispose());

    private static Task<Load> ReadPagesAsync(Visitor visitor, string path, int times) =>
        Load.OfAsync(Enumerable.Repeat(path, times).ToList(), visitor.ReceiveAsync);

    /// <summary>Each under an identifier of its own, as pages that were opened one by one have it.</summary>
    private static Task<Load> SaveAsync(Visitor visitor, HtmlForm filled, int times) =>
        Load.OfAsync(Enumerable.Range(0, times).Select(_ => filled.Typed("_id", $"{Guid.NewGuid()}")).ToList(), form => SituationPage.SaveAsync(visitor, form));

    private static async Task MeasureReportAsync(ModularHost host, TextWriter output)
    {
        var table = Path.Combine(host.DataFolder, "situations.csv");
        await YearOfSituations.WriteAsync(table, Situations);
        Say(output, $"import_{Situations}", await TimedAsync(() => host.RunAsync(["situations", "import", YearOfSituations.Site, table])), "s");
        Say(
            output, $"annual_report_{Situations}",
            await TimedAsync(
                () => host.RunAsync(["report", "render", YearOfSituations.Site, "annuel", "--period", $"{YearOfSituations.Year}", "--format", "json"])),
            "s");
    }

    private static async Task<double> TimedAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static void Say(TextWriter output, string name, Load ours, Load bare)
    {
        Say(output, name, ours.PerSecond, "requests/s");
        Say(output, $"{name}_p95", ours.P95, "ms");
        Say(output, $"{name}_bare_kestrel", bare.PerSecond, "requests/s");
        Say(output, $"{name}_share_of_bare", ours.PerSecond / bare.PerSecond * 100, "%");
    }

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.##} {unit}"));
}
