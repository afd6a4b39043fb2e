using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;

namespace Modular.Benchmarks.Trials;

/// <summary>
/// Several people save situations while the host is killed with SIGKILL and started again, over and over. Whatever was acknowledged must be there
/// afterwards, whatever is there has its line in the journal, and the report must count what is there.
/// </summary>
internal static class KillTrial
{
    private const int People = 8;
    private const int MostSaves = 25;

    public static async Task<bool> RunAsync(int kills, TextWriter output, int savers = People)
    {
        using var plugins = new Plugins();
        plugins.Add("Dunkerque");
        using var host = new ModularHost(plugins.Folder);
        var worker = await host.AddAccountAsync("banc", "worker", YearOfSituations.Site);
        var acknowledged = new ConcurrentBag<string>();
        // The same counts every time: a trial that fails can be run again.
        var chance = new Random(kills);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var served = await host.ServeAsync();
            using var visitor = await Visitor.SignedInAsync(served.Address, worker);
            using var over = new CancellationTokenSource();
            var saves = new SemaphoreSlim(0);
            var saving = Enumerable.Range(0, savers).Select(_ => SaveUntilAsync(visitor, acknowledged, saves, over.Token)).ToArray();
            // Others are in the middle of saving when one of them has just been answered.
            await Task.WhenAny([AnsweredAsync(saves, chance.Next(1, MostSaves)), .. saving]);
            await served.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(saving);
        }

        return await CountAsync(host, worker, acknowledged, kills, output);
    }

    private static async Task AnsweredAsync(SemaphoreSlim saves, int times)
    {
        for (var left = times; left > 0; left--)
        {
            await saves.WaitAsync();
        }
    }

    private static async Task SaveUntilAsync(Visitor visitor, ConcurrentBag<string> acknowledged, SemaphoreSlim saves, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                var form = await SituationPage.FilledAsync(visitor, new DateOnly(YearOfSituations.Year, 3, 1));
                acknowledged.Add(await SituationPage.SaveAsync(visitor, form));
                saves.Release();
            }
            catch (HttpRequestException)
            {
                // Killed under us: what was not acknowledged is not owed.
                return;
            }
        }
    }

    private static async Task<bool> CountAsync(ModularHost host, Account worker, ConcurrentBag<string> acknowledged, int kills, TextWriter output)
    {
        var lost = 0;
        await using (var served = await host.ServeAsync())
        {
            using var visitor = await Visitor.SignedInAsync(served.Address, worker);
            foreach (var place in acknowledged)
            {
                using var answer = await visitor.GetAsync(place);
                lost += answer.StatusCode == HttpStatusCode.OK ? 0 : 1;
            }
        }

        Say(output, "kills", kills, "kills");
        Say(output, "acknowledged", acknowledged.Count, "situations");
        Say(output, "lost", lost, "situations");

        var table = Path.Combine(host.DataFolder, "export.csv");
        await host.RunAsync(["situations", "export", YearOfSituations.Site, table]);
        var kept = (await File.ReadAllLinesAsync(table)).Length - 1;
        Say(output, "kept", kept, "situations");
        var untold = await UntoldAsync(await host.CopyAsync());
        Say(output, "without_journal_row", untold, "situations");
        await output.WriteLineAsync($"journal: {(await host.RunAsync(["journal", "verify"])).TrimEnd()}");

        var report = await host.RunAsync(["report", "render", YearOfSituations.Site, "annuel", "--period", $"{YearOfSituations.Year}", "--format", "json"]);
        var counted = JsonDocument.Parse(report).RootElement.GetProperty("figures").GetProperty("situations").GetProperty("value").GetInt32();
        Say(output, "counted_in_report", counted, "situations");
        return lost == 0 && untold == 0 && !acknowledged.IsEmpty && kept >= acknowledged.Distinct().Count() && counted == kept;
    }

    /// <summary>Situations that are stored and of whose making the journal knows nothing.</summary>
    public static Task<int> UntoldAsync(string copy) => NumberAsync(copy, """
        SELECT COUNT(*) FROM intake_situation
        WHERE lower(replace(id, '-', '')) NOT IN (SELECT subject FROM journal.journal_row WHERE act = 'create' AND subject IS NOT NULL)
        """);

    /// <summary>What a question to a copy of all that is stored answers.</summary>
    public static async Task<int> NumberAsync(string copy, string question)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(copy, "modular.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"ATTACH '{Path.Combine(copy, "journal.db")}' AS journal";
        await command.ExecuteNonQueryAsync();
        command.CommandText = question;
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static void Say(TextWriter output, string name, int value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value} {unit}"));
}
