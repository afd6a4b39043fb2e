using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;
using Modular.Tests;

namespace Modular.Benchmarks.Trials;

/// <summary>
/// Two hosts of one database serve people who save, a report falls due, and meanwhile the one or the other is killed with SIGKILL and started again, the
/// database is restarted, the plugin is swapped on the one. Nothing acknowledged may be lost, no number given twice, one message sent, the journal be one chain, and both
/// hosts show the same.
/// </summary>
internal sealed partial class HostsTrial : IDisposable
{
    private const int People = 8;
    private const int MostSaves = 20;
    private const int Restarts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Plugins _plugins = new();
    private readonly Plugins _none = new();
    private readonly MailServer _mail = new();
    private readonly ConcurrentBag<string> _acknowledged = [];
    private readonly SemaphoreSlim _saves = new(0);
    private readonly Visitor?[] _visitors = new Visitor?[2];
    private int _unanswered;

    public static async Task<bool> RunAsync(int kills, TextWriter output)
    {
        if (MeasuredDatabase.Server is null)
        {
            await MeasuredDatabase.UsePostgreSqlAsync();
        }

        using var trial = new HostsTrial();
        return await trial.TryAsync(kills, output);
    }

    public void Dispose()
    {
        _plugins.Dispose();
        _none.Dispose();
        _saves.Dispose();
    }

    private async Task<bool> TryAsync(int kills, TextWriter output)
    {
        var site = _plugins.Add("Dunkerque");
        var due = await FallsDueAsync(site);
        using var first = Sending(new ModularHost(_plugins.Folder));
        using var second = Sending(new ModularHost(_none.Folder, beside: first));
        var hosts = new[] { first, second };
        var worker = await first.AddAccountAsync("banc", "worker", YearOfSituations.Site);
        await first.AddAccountAsync("coordination", "coordinator", YearOfSituations.Site);
        var served = new ServedProcess?[2];
        served[0] = await first.ServeAsync();
        second.TakeKeys(first);
        served[1] = await second.ServeAsync();
        _visitors[0] = await Visitor.SignedInAsync(served[0]!.Address, worker);
        _visitors[1] = _visitors[0]!.At(served[1]!.Address);

        using var over = new CancellationTokenSource();
        var saving = Enumerable.Range(0, People).Select(person => SaveAsync(person % 2, over.Token)).ToArray();
        var (chance, restarted) = (new Random(kills), 0);
        for (var kill = 0; kill < kills; kill++)
        {
            for (var left = chance.Next(1, MostSaves); left > 0; left--)
            {
                await _saves.WaitAsync();
            }

            var which = chance.Next(2);
            await served[which]!.KillAsync();
            if ((kill + 1) * Restarts / kills > restarted)
            {
                restarted++;
                await MeasuredDatabase.Server!.RestartAsync();
                await SwapAsync(site, restarted);
            }

            await served[which]!.DisposeAsync();
            served[which] = await hosts[which].ServeAsync();
            // Whoever was signed in still is, on either host.
            _visitors[which] = _visitors[1 - which]!.At(served[which]!.Address);
        }

        await over.CancelAsync();
        await Task.WhenAll(saving);
        Say(output, "kills", kills, "kills");
        Say(output, "restarts_of_the_database", restarted, "restarts");
        Say(output, "acknowledged", _acknowledged.Count, "situations");
        Say(output, "unanswered", _unanswered, "requests");
        await SentAsync(due);
        var isWhole = await CountAsync(hosts, output);
        foreach (var host in hosts)
        {
            var inUse = (await host.RunAsync(["site", "list"])).Split('\n').Single(line => line.Contains("\tactive\t", StringComparison.Ordinal)).Split('\t')[1];
            await output.WriteLineAsync($"version_in_use: {inUse}");
            isWhole &= inUse == $"1.0.{restarted}";
        }

        foreach (var process in served)
        {
            await process!.DisposeAsync();
        }

        await _mail.DisposeAsync();
        return isWhole;
    }

    private async Task SaveAsync(int host, CancellationToken over)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!over.IsCancellationRequested)
        {
            try
            {
                var form = await SituationPage.FilledAsync(_visitors[host]!, new DateOnly(YearOfSituations.Year, 3, 1));
                _acknowledged.Add(await SituationPage.SaveAsync(_visitors[host]!, form));
                _saves.Release();
            }
            catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException)
            {
                // Killed under us, or without its database: what was not acknowledged is not owed.
                Interlocked.Increment(ref _unanswered);
                await pulse.WaitForNextTickAsync(CancellationToken.None);
            }
        }
    }

    private async Task<bool> CountAsync(IReadOnlyList<ModularHost> hosts, TextWriter output)
    {
        var (lost, different) = (0, 0);
        // That the last one is saved is told on the first page that is seen, wherever that is.
        await _visitors[0]!.ReadAsync("/situations");
        foreach (var place in _acknowledged)
        {
            var texts = new List<string>();
            foreach (var visitor in _visitors)
            {
                using var answer = await visitor!.GetAsync(place);
                lost += answer.StatusCode == HttpStatusCode.OK ? 0 : 1;
                texts.Add(Changing().Replace(await answer.Content.ReadAsStringAsync(), ""));
            }

            if (texts[0] != texts[1])
            {
                different++;
                var at = texts[0].Zip(texts[1]).TakeWhile(pair => pair.First == pair.Second).Count();
                await output.WriteLineAsync($"different: {Around(texts[0], at)} | {Around(texts[1], at)}");
            }
        }

        different += SituationPage.Listed(await _visitors[0]!.ReadAsync("/situations"))
            .SequenceEqual(SituationPage.Listed(await _visitors[1]!.ReadAsync("/situations"))) ? 0 : 1;
        var copy = await hosts[1].CopyAsync();
        var untold = await KillTrial.UntoldAsync(copy);
        var doubled = await KillTrial.NumberAsync(copy, "SELECT COUNT(*) - COUNT(DISTINCT site || year || '-' || rank) FROM intake_situation");
        var holes = await KillTrial.NumberAsync(copy, "SELECT MAX(rank) - COUNT(*) FROM intake_situation");
        Say(output, "lost", lost, "situations");
        Say(output, "different_on_the_other_host", different, "pages");
        Say(output, "without_journal_row", untold, "situations");
        Say(output, "doubled_numbers", doubled, "numbers");
        Say(output, "missing_numbers", holes, "numbers");
        Say(output, "messages", _mail.Taken.Count, "messages");
        foreach (var host in hosts)
        {
            await output.WriteLineAsync($"journal: {(await host.RunAsync(["journal", "verify"])).TrimEnd()}");
        }

        return (lost, different, untold, doubled, holes, _mail.Taken.Count) == (0, 0, 0, 0, 0, 1) && !_acknowledged.IsEmpty;
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");

    /// <summary>The annual report, some minutes from now.</summary>
    private static async Task<DateTimeOffset> FallsDueAsync(string site)
    {
        var soonest = TimeProvider.System.GetUtcNow().AddMinutes(2);
        var (zone, due) = OutageTrial.Locally(soonest.AddTicks(TimeSpan.TicksPerMinute - (soonest.Ticks % TimeSpan.TicksPerMinute)));
        await OutageTrial.SetZoneAsync(site, zone);
        await OutageTrial.SetScheduleAsync(site, due);
        return due;
    }

    private async Task SentAsync(DateTimeOffset due)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (TimeProvider.System.GetUtcNow() < due.AddSeconds(OutageTrial.Quiet.TotalSeconds)
            || (_mail.Taken.Count == 0 && TimeProvider.System.GetUtcNow() < due + Patience))
        {
            await pulse.WaitForNextTickAsync();
        }
    }

    /// <summary>Another version of the same site, dropped on the first host, for both: the second has no folder of plugins to speak of.</summary>
    private static async Task SwapAsync(string site, int version)
    {
        var file = Path.Combine(site, "site.json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, Version().Replace(text, $"\"version\": \"1.0.{version}\"", 1));
    }

    private ModularHost Sending(ModularHost host)
    {
        host.Settings["Modular__Mail__Host"] = "127.0.0.1";
        host.Settings["Modular__Mail__Port"] = _mail.Port.ToString(CultureInfo.InvariantCulture);
        host.Settings["Modular__Mail__StartTls"] = "false";
        return host;
    }

    private static void Say(TextWriter output, string name, int value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value} {unit}"));

    [GeneratedRegex("\"version\": \"[^\"]*\"")]
    private static partial Regex Version();

    /// <summary>What is sealed anew on every page.</summary>
    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"[^\"]*\"|value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Changing();
}
