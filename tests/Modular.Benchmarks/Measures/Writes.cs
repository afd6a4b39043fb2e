using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Modular.Access;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;
using Modular.Benchmarks.Trials;
using Modular.Forms;
using Modular.Intake.Forms;
using Modular.Intake.Situations;

namespace Modular.Benchmarks.Measures;

/// <summary>
/// How many situations a second are saved for good (sealed, with their names, facts, rules' results and line of the journal), by some people at once, beside
/// single rows of the same size committed one by one to a file of SQLite, and beside bare syncs of the disk.
/// </summary>
internal static class Writes
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);
    private static readonly int[] Savers = [1, 8, 32];

    public static async Task RunAsync(TextWriter output)
    {
        using var host = new ModularHost();
        Say(output, "bare_fsync", await BareFsyncAsync(host.DataFolder), "syncs/s");
        var bare = await BareCommitsAsync(host.DataFolder);
        Say(output, "bare_commit", bare, "commits/s");
        await using var services = await ModularServicesHere.OpenAsync(host, Plugins.Project);
        var site = services.Site(YearOfSituations.Site);
        var today = site.Today(TimeProvider.System);
        var reading = site.Read("situation", InventedAnswers.Of(site.Plan("situation"), new Random(3), today), today);
        var scope = SituationScope.OfCommand(site.Id);
        async Task SaveAsync()
        {
            if (await services.Situations.CreateAsync(scope, site, Guid.NewGuid(), reading) is not SaveResult.Saved)
            {
                throw new InvalidOperationException("A situation was not saved.");
            }
        }

        await RateAsync(8, SaveAsync);
        foreach (var savers in Savers)
        {
            var rate = await RateAsync(savers, SaveAsync);
            Say(output, $"saves_{savers}", rate, "saves/s");
            Say(output, $"saves_{savers}_ratio", rate / bare, "of bare commits");
        }

        Say(output, "bare_commit_again", await BareCommitsAsync(host.DataFolder), "commits/s");
    }

    private static async Task<double> RateAsync(int savers, Func<Task> save)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, savers).Select(_ => Task.Run(async () =>
        {
            var saved = 0;
            for (; Stopwatch.GetElapsedTime(began) < Time; saved++)
            {
                await save();
            }

            return saved;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double> BareFsyncAsync(string folder)
    {
        var path = Path.Combine(folder, "bare.fsync");
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        return await RateAsync(1, () =>
        {
            file.Write(block);
            file.Flush(flushToDisk: true);
            return Task.CompletedTask;
        });
    }

    private static async Task<double> BareCommitsAsync(string folder)
    {
        var path = Path.Combine(folder, $"bare-{Guid.NewGuid():N}.db");
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id TEXT NOT NULL PRIMARY KEY, answers BLOB NOT NULL);";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "INSERT INTO row VALUES ($id, $answers)";
        var id = command.Parameters.Add("$id", SqliteType.Text);
        command.Parameters.AddWithValue("$answers", new byte[2048]);
        return await RateAsync(1, () =>
        {
            id.Value = Guid.NewGuid();
            return command.ExecuteNonQueryAsync();
        });
    }

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.##} {unit}"));
}
