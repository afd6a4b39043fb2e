using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;
using Modular.Benchmarks.Trials;

namespace Modular.Benchmarks.Measures;

/// <summary>
/// All of France on one machine (on PostgreSQL, two hosts of it): a hundred sites, 450 workers who think for five seconds between two pages, and coordinators who look at a year's report.
/// </summary>
internal static partial class Nation
{
    private const int Sites = 100;
    private const int Workers = 450;
    private const int Coordinators = 4;
    private static readonly TimeSpan Thought = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(3);

    public static async Task RunAsync(TextWriter output, int situationsOfASite)
    {
        using var plugins = new Plugins();
        var sites = Enumerable.Range(1, Sites).Select(number => string.Create(CultureInfo.InvariantCulture, $"site-{number:000}")).ToList();
        foreach (var site in sites)
        {
            var file = Path.Combine(plugins.Add("Dunkerque", site), "site.json");
            await File.WriteAllTextAsync(file, Identity().Replace(await File.ReadAllTextAsync(file), $"\"id\": \"{site}\", \"name\": \"{site}\"", 1));
        }

        using var host = new ModularHost(plugins.Folder);
        var filling = Stopwatch.GetTimestamp();
        var accounts = new List<Account>();
        await using (var services = await ModularServicesHere.OpenAsync(host, plugins.Folder))
        {
            foreach (var (index, site) in sites.Index())
            {
                await new LivedSituations(services.Site(site), situationsOfASite, seed: index).WriteAsync(services);
                // One a site stands for the four or five who work there.
                accounts.Add(await services.AddWorkerAsync(site));
            }
        }

        Say(output, "situations", Sites * situationsOfASite, "situations");
        Say(output, "filled_in", Stopwatch.GetElapsedTime(filling).TotalSeconds, "s");
        var coordinator = await host.AddAccountAsync("coordination", "coordinator", [.. sites]);
        await using var served = await host.ServeAsync();
        // On a database that is shared, two hosts share the people too.
        using var besides = host.PostgreSql is null ? null : new ModularHost(plugins.Folder, beside: host);
        besides?.TakeKeys(host);
        await using var other = besides is null ? null : await besides.ServeAsync();
        var visitors = new List<Visitor>();
        foreach (var (index, account) in accounts.Index())
        {
            visitors.Add(await Visitor.SignedInAsync(index % 2 == 1 && other is not null ? other.Address : served.Address, account));
        }

        using var reader = await Visitor.SignedInAsync(served.Address, coordinator);
        var pages = new List<double>();
        var reports = new List<double>();
        var errors = 0;
        using var over = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();

        async Task TimedAsync(List<double> taken, Func<Task> visit)
        {
            var sent = Stopwatch.GetTimestamp();
            try
            {
                await visit();
            }
            catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or TaskCanceledException)
            {
                Interlocked.Increment(ref errors);
                await output.WriteLineAsync($"error: {failure.Message}");
            }

            // What is still compiled in the first half minute is not what the day costs.
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(30))
            {
                lock (taken)
                {
                    taken.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                }
            }
        }

        async Task WorkAsync(int worker)
        {
            var chance = new Random(worker);
            var visitor = visitors[worker % Sites];
            await ThinkAsync(Thought * chance.NextDouble());
            for (var turn = worker; Stopwatch.GetElapsedTime(began) < Time; turn++)
            {
                await TimedAsync(pages, () => VisitAsync(visitor, turn % 6, chance));
                await ThinkAsync(Thought);
            }
        }

        async Task ReadAsync(int number)
        {
            for (var turn = number; Stopwatch.GetElapsedTime(began) < Time; turn++)
            {
                await TimedAsync(reports, () => reader.ReadAsync(string.Create(
                    CultureInfo.InvariantCulture, $"/bilans/{sites[turn * 7 % Sites]}/annuel?periode={TimeProvider.System.GetUtcNow().Year - 1}")));
                await ThinkAsync(Thought);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(WorkAsync).Concat(Enumerable.Range(0, Coordinators).Select(ReadAsync)));
        visitors.ForEach(visitor => visitor.Dispose());
        Say(output, "pages", pages.Count, "pages");
        Say(output, "errors", errors, "errors");
        Say(output, "page_p50", Rank(pages, 0.5), "ms");
        Say(output, "page_p95", Rank(pages, 0.95), "ms");
        Say(output, "page_p99", Rank(pages, 0.99), "ms");
        Say(output, "report_p50", Rank(reports, 0.5), "ms");
        Say(output, "report_p95", Rank(reports, 0.95), "ms");
        Say(output, "hosts", other is null ? 1 : 2, "hosts");
        Say(output, "memory", served.ResidentBytes / 1024.0 / 1024.0, "MiB");
    }

    private static async Task VisitAsync(Visitor visitor, int turn, Random chance)
    {
        switch (turn)
        {
            case 0:
                await visitor.ReadAsync("/");
                break;
            case 1:
                await visitor.ReadAsync("/saisines");
                break;
            case 2:
                await visitor.ReadAsync("/presence");
                break;
            case 3:
                var fiches = SituationPage.Listed(await visitor.ReadAsync("/situations"));
                await visitor.ReadAsync(fiches[chance.Next(fiches.Count)]);
                break;
            case 4:
                await visitor.ReadAsync(SituationPage.New);
                break;
            default:
                var page = await visitor.ReadAsync(SituationPage.New);
                await SituationPage.SaveAsync(visitor, SituationPage.Filled(page, new DateOnly(YearOfSituations.Year, 6, 1)));
                break;
        }
    }

    private static async Task ThinkAsync(TimeSpan time)
    {
        // A timer of no time is none.
        using var pulse = new PeriodicTimer(time + TimeSpan.FromMilliseconds(1));
        await pulse.WaitForNextTickAsync();
    }

    private static double Rank(List<double> taken, double share) => taken.Order().ElementAtOrDefault((int)Math.Ceiling(taken.Count * share) - 1);

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.#} {unit}"));

    [GeneratedRegex("\"id\": \"dunkerque\", \"name\": \"Dunkerque\"")]
    private static partial Regex Identity();
}
