using System.Diagnostics;
using System.Globalization;
using System.Net;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;

namespace Modular.Benchmarks.Trials;

/// <summary>
/// A site of data alone is dropped into the plugins folder of a host that serves other people: how long until it is listed active, its form can be filled
/// and its presence shown, and does anybody's request fail meanwhile?
/// </summary>
internal static class DropTrial
{
    private const string Site = "saint-omer";
    private const int People = 8;
    public static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Around = TimeSpan.FromSeconds(3);

    public static async Task<bool> RunAsync(TextWriter output, TimeSpan allowed)
    {
        using var plugins = new Plugins();
        plugins.Add("Dunkerque");
        using var host = new ModularHost(plugins.Folder);

        // Made aside, with an account for it, before the host knows of it.
        using var aside = new Plugins();
        aside.Add("Dunkerque");
        await host.RunAsync(["site", "new", Site, "--name", "Saint-Omer", "--into", aside.Folder]);
        var made = Directory.EnumerateDirectories(aside.Folder).Single(folder => Path.GetFileName(folder) != "Dunkerque");
        var worker = await host.AddAccountAsync("banc", "worker", YearOfSituations.Site);
        var administrator = await host.AddAccountAsync("chef", "admin");
        var newcomer = await host.AddAccountOfAsync(aside.Folder, "nouvelle", "worker", Site);

        await using var served = await host.ServeAsync();
        using var visitor = await Visitor.SignedInAsync(served.Address, worker);
        using var chief = await Visitor.SignedInAsync(served.Address, administrator);
        using var first = await Visitor.SignedInAsync(served.Address, newcomer);
        // Nobody meets a page for the first time while it is timed.
        await chief.ReadAsync("/administration/sites");
        await visitor.ReadAsync($"/presence?site={YearOfSituations.Site}");

        using var over = new CancellationTokenSource();
        var crowd = Enumerable.Range(0, People).Select(index => VisitAsync(visitor, saves: index % 4 == 0, over.Token)).ToArray();
        await PassAsync(Around);
        var dropped = Stopwatch.GetTimestamp();
        Plugins.Copy(made, Path.Combine(plugins.Folder, Path.GetFileName(made)));
        var listed = await UntilAsync(dropped, async () => Active(await chief.ReadAsync("/administration/sites")));
        var presence = await UntilAsync(dropped, async () => await IsServedAsync(first, $"/presence?site={Site}"));
        var usable = await UntilAsync(dropped, async () => await IsFilledAsync(first));
        await PassAsync(Around);
        await over.CancelAsync();
        var visits = await Task.WhenAll(crowd);

        Say(output, "listed_active", listed.TotalMilliseconds, "ms");
        Say(output, "presence_shown", presence.TotalMilliseconds, "ms");
        Say(output, "situation_saved", usable.TotalMilliseconds, "ms");
        Say(output, "requests_of_others", visits.Sum(visit => visit.Answered), "requests");
        Say(output, "failed_requests", visits.Sum(visit => visit.Failed), "requests");
        return new[] { listed, presence, usable }.Max() <= allowed && visits.All(visit => visit is { Answered: > 0, Failed: 0 });
    }

    private static bool Active(string page)
    {
        var at = page.IndexOf("Saint-Omer", StringComparison.Ordinal);
        return at >= 0 && page[at..].Contains("badge-done", StringComparison.Ordinal);
    }

    private static async Task<bool> IsServedAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync()).Contains("Saint-Omer", StringComparison.Ordinal);
    }

    private static async Task<bool> IsFilledAsync(Visitor visitor)
    {
        using var answer = await visitor.GetAsync(SituationPage.New);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return false;
        }

        var form = SituationPage.Filled(await answer.Content.ReadAsStringAsync(), new DateOnly(YearOfSituations.Year, 3, 1));
        return (await SituationPage.SaveAsync(visitor, form)).Length > 0;
    }

    private static async Task<(int Answered, int Failed)> VisitAsync(Visitor visitor, bool saves, CancellationToken over)
    {
        var (answered, failed) = (0, 0);
        while (!over.IsCancellationRequested)
        {
            try
            {
                var form = await SituationPage.FilledAsync(visitor, new DateOnly(YearOfSituations.Year, 3, 1));
                if (saves)
                {
                    await SituationPage.SaveAsync(visitor, form);
                }

                answered++;
            }
            catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException)
            {
                failed++;
            }
        }

        return (answered, failed);
    }

    private static async Task<TimeSpan> UntilAsync(long since, Func<Task<bool>> reached)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await reached())
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new TimeoutException($"The site was not there after {Patience}.");
            }

            await pulse.WaitForNextTickAsync();
        }

        return Stopwatch.GetElapsedTime(since);
    }

    private static async Task PassAsync(TimeSpan time)
    {
        using var pulse = new PeriodicTimer(time);
        await pulse.WaitForNextTickAsync();
    }

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0} {unit}"));
}
