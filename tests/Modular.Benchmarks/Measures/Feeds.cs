using System.Diagnostics;
using System.Globalization;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;
using Modular.Benchmarks.Trials;

namespace Modular.Benchmarks.Measures;

/// <summary>How long a calendar feed takes on a site of a hundred stations: one station's, all of the site's, and five years of it by the command.</summary>
internal static class Feeds
{
    private const int WarmUp = 5;
    private const int Times = 20;

    public static async Task RunAsync(TextWriter output)
    {
        using var plugins = new Plugins();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await HundredStations.WriteAsync(plugins.Add("Dunkerque"), today);
        using var host = new ModularHost(plugins.Folder);
        await using (var served = await host.ServeAsync())
        await using (var bare = await BareKestrel.StartAsync())
        {
            using var subscriber = new Visitor(served.Address);
            using var passer = new Visitor(bare.Address);
            var anchor = await MedianAsync(() => passer.ReadAsync("/page"));
            var station = await MedianAsync(() => subscriber.ReadAsync($"/presence/{YearOfSituations.Site}/{HundredStations.Station(50)}.ics"));
            var site = await MedianAsync(() => subscriber.ReadAsync($"/presence/{YearOfSituations.Site}.ics"));
            Say(output, "feed_bare_kestrel", anchor, "ms");
            Say(output, "feed_of_a_station", station, "ms");
            Say(output, "feed_of_a_station_ratio", station / anchor, "");
            Say(output, "feed_of_the_site", site, "ms");
            Say(output, "memory", served.ResidentBytes / 1024.0 / 1024.0, "MiB");
        }

        var began = Stopwatch.GetTimestamp();
        var text = await host.RunAsync(
        [
            "presence", "show", YearOfSituations.Site, "--format", "ics",
            "--from", Day(today.AddYears(-HundredStations.Years)), "--to", Day(today),
        ]);
        Say(output, "five_years_by_the_command", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        Say(output, "five_years_events", text.Split("BEGIN:VEVENT").Length - 1, "");
    }

    private static async Task<double> MedianAsync(Func<Task> read)
    {
        var taken = new List<double>();
        for (var time = 0; time < WarmUp + Times; time++)
        {
            var began = Stopwatch.GetTimestamp();
            await read();
            taken.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return taken.Skip(WarmUp).Order().ElementAt(Times / 2);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.##} {unit}").TrimEnd());
}
