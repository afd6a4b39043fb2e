using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;
using Modular.Benchmarks.Trials;

namespace Modular.Benchmarks.Measures;

/// <summary>
/// A form of 250 questions, all answered, sent at a steady rate whether or not the last was acknowledged: is everything stored that was? And what is the highest
/// rate at which everything still is, without falling behind?
/// </summary>
internal static class Soak
{
    private const int Questions = 250;
    private const int Steady = 50;
    private static readonly int[] Rates = [100, 200, 300, 400, 500, 600, 800];
    private static readonly TimeSpan SteadyTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RateTime = TimeSpan.FromSeconds(5);

    /// <summary>Who is answered later than this after the last was sent has fallen behind.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(TextWriter output)
    {
        using var plugins = new Plugins();
        await LengthenAsync(Path.Combine(plugins.Add("Dunkerque"), "forms", "situation.json"));
        using var host = new ModularHost(plugins.Folder);
        var worker = await host.AddAccountAsync("banc", "worker", YearOfSituations.Site);
        await using var served = await host.ServeAsync();
        using var visitor = await Visitor.SignedInAsync(served.Address, worker);
        var form = await SituationPage.FilledAsync(visitor, new DateOnly(YearOfSituations.Year, 6, 1));
        form = Enumerable.Range(0, Questions).Aggregate(form, (typed, question) => typed.Typed($"question_{question}", $"Réponse à la question {question}"));
        await SendAsync(visitor, form, Steady, RateTime);

        var before = await StoredAsync(host);
        var steady = await SendAsync(visitor, form, Steady, SteadyTime);
        var stored = await StoredAsync(host) - before;
        Say(output, "questions", Questions, "questions");
        Say(output, $"sent_at_{Steady}", steady.Sent, "situations");
        Say(output, $"acknowledged_at_{Steady}", steady.Acknowledged, "situations");
        Say(output, $"stored_at_{Steady}", stored, "situations");
        Say(output, "lost", Math.Max(0, steady.Acknowledged - stored), "situations");
        var highest = 0;
        foreach (var rate in Rates)
        {
            var sent = await SendAsync(visitor, form, rate, RateTime);
            Say(output, $"late_at_{rate}", sent.Late.TotalMilliseconds, "ms");
            if (sent.Acknowledged < sent.Sent || sent.Late > Behind)
            {
                break;
            }

            highest = rate;
        }

        Say(output, "highest", highest, "situations/s");
    }

    /// <summary>Sends each at its moment, and waits for all.</summary>
    private static async Task<(int Sent, int Acknowledged, TimeSpan Late)> SendAsync(Visitor visitor, HtmlForm form, int rate, TimeSpan time)
    {
        // Spelled once: what is measured is not how quick we are at it.
        var body = await new FormUrlEncodedContent(form.Values.Where(pair => pair.Key != "_id")).ReadAsStringAsync();
        var count = (int)(rate * time.TotalSeconds);
        var answers = new List<Task<bool>>(count);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        var began = Stopwatch.GetTimestamp();
        while (answers.Count < count)
        {
            for (var due = Math.Min(count, Stopwatch.GetElapsedTime(began).TotalSeconds * rate); answers.Count < due;)
            {
                answers.Add(visitor.PostAsync(form.Action!, Encoding.ASCII.GetBytes($"{body}&_id={Guid.NewGuid()}")));
            }

            await pulse.WaitForNextTickAsync();
        }

        var last = Stopwatch.GetTimestamp();
        var acknowledged = (await Task.WhenAll(answers)).Count(isSaved => isSaved);
        return (count, acknowledged, Stopwatch.GetElapsedTime(last));
    }

    private static async Task<int> StoredAsync(ModularHost host)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(await host.CopyAsync(), "modular.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM intake_situation";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>One more section of the form, with the questions.</summary>
    private static async Task LengthenAsync(string file)
    {
        var form = await File.ReadAllTextAsync(file);
        var questions = Enumerable.Range(0, Questions)
            .Select(question => $$"""{ "id": "question_{{question}}", "kind": "text", "label": "Question {{question}}" }""");
        var end = form.LastIndexOf(']');
        await File.WriteAllTextAsync(
            file, $$"""{{form[..end]}}, { "id": "questions", "title": "Questions", "fields": [{{string.Join(",\n", questions)}}] }{{form[end..]}}""");
    }

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0} {unit}"));
}
