using System.Globalization;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;

namespace Modular.Benchmarks.Trials;

/// <summary>
/// Four people type, and what they type is kept as drafts, while the host is killed with SIGKILL and started again, over and over. After each start every
/// draft is at least as new as what was acknowledged, and what was abandoned is gone.
/// </summary>
internal static class DraftTrial
{
    private const int People = 4;
    private const int MostKept = 60;

    public static async Task<bool> RunAsync(int kills, TextWriter output)
    {
        using var plugins = new Plugins();
        plugins.Add("Dunkerque");
        using var host = new ModularHost(plugins.Folder);
        var typists = new List<Typist>();
        for (var person = 0; person < People; person++)
        {
            typists.Add(new Typist(await host.AddAccountAsync($"banc{person}", "worker", YearOfSituations.Site)));
        }

        var (lost, returned) = (0, 0);
        // The same counts every time: a trial that fails can be run again.
        var chance = new Random(kills);
        for (var kill = 0; kill <= kills; kill++)
        {
            await using var served = await host.ServeAsync();
            foreach (var typist in typists)
            {
                var (fewer, more) = await typist.LookAsync(served.Address);
                (lost, returned) = (lost + fewer, returned + more);
            }

            if (kill < kills)
            {
                var kept = new SemaphoreSlim(0);
                var typing = typists.Select(typist => typist.TypeUntilKilledAsync(served.Address, kept)).ToArray();
                // Others are in the middle of typing when one of them has just been answered.
                await Task.WhenAny([AnsweredAsync(kept, chance.Next(1, MostKept)), .. typing]);
                await served.KillAsync();
                await Task.WhenAll(typing);
            }
        }

        var acknowledged = typists.Sum(typist => typist.Acknowledged);
        Say(output, "kills", kills);
        Say(output, "acknowledged", acknowledged);
        Say(output, "abandoned", typists.Sum(typist => typist.Abandoned));
        Say(output, "lost", lost);
        Say(output, "returned", returned);
        return lost == 0 && returned == 0 && acknowledged > 0;
    }

    private static async Task AnsweredAsync(SemaphoreSlim kept, int times)
    {
        for (var left = times; left > 0; left--)
        {
            await kept.WaitAsync();
        }
    }

    private static void Say(TextWriter output, string name, int value) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value} {(name == "kills" ? "kills" : "drafts")}"));
}
