using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;
using Modular.Tests;

namespace Modular.Benchmarks.Trials;

/// <summary>
/// A report falls due while the host is dead; when the host is back, the mail server refuses; the host is killed once more; then the mail server takes. One
/// message must arrive, once, with the figures, and the page of tasks must tell what happened. Takes some minutes: the clock is the real one.
/// </summary>
internal static partial class OutageTrial
{
    private const int Situations = 487;
    private static readonly string[] Zones = ["Europe/Paris", "Indian/Reunion", "Pacific/Kiritimati", "Pacific/Tongatapu", "Pacific/Pago_Pago"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>How long nothing more may arrive.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(75);

    public static async Task<bool> RunAsync(TextWriter output, TimeSpan quiet)
    {
        using var plugins = new Plugins();
        // A schedule names a minute: the first whole one that leaves three to get there.
        var soonest = TimeProvider.System.GetUtcNow().AddMinutes(3);
        var (zone, due) = Locally(soonest.AddTicks(TimeSpan.TicksPerMinute - (soonest.Ticks % TimeSpan.TicksPerMinute)));
        var year = due.Year - 1;
        var site = plugins.Add("Dunkerque");
        await SetZoneAsync(site, zone);
        await SetScheduleAsync(site, due);

        await using var mail = new MailServer { Refusal = moment => moment == MailMoment.Recipient ? "451 later" : null };
        using var host = new ModularHost(plugins.Folder);
        host.Settings["Modular__Mail__Host"] = "127.0.0.1";
        host.Settings["Modular__Mail__Port"] = mail.Port.ToString(CultureInfo.InvariantCulture);
        host.Settings["Modular__Mail__StartTls"] = "false";
        await host.AddAccountAsync("coordination", "coordinator", YearOfSituations.Site);
        var administrator = await host.AddAccountAsync("chef", "admin");
        var table = Path.Combine(host.DataFolder, "situations.csv");
        await YearOfSituations.WriteAsync(table, Situations, year);
        await host.RunAsync(["situations", "import", YearOfSituations.Site, table]);

        await using (var first = await host.ServeAsync())
        {
            // It must know of the report before it falls due, and be dead when it does.
            await first.KillAsync();
        }

        Expect(TimeProvider.System.GetUtcNow() < due, "The host was not killed before the report fell due: this machine is too slow for three minutes.");
        await UntilAsync(() => TimeProvider.System.GetUtcNow() > due.AddSeconds(5), "the hour");
        await using (var second = await host.ServeAsync())
        {
            await UntilAsync(() => mail.Connections > 0, "a first attempt");
            await second.KillAsync();
        }

        Expect(mail.Taken.Count == 0, "A message was taken by a server that refuses.");
        await mail.DownAsync();
        await using (var third = await host.ServeAsync())
        {
            mail.Refusal = _ => null;
            mail.Up();
            await UntilAsync(() => mail.Taken.Count > 0, "the message");
            // Killed between the server's taking and the host's noting it, it would rightly send once more.
            using var witness = await Visitor.SignedInAsync(third.Address, administrator);
            await UntilAsync(async () => IsHandedOver(Story(await witness.ReadAsync("/administration/taches"))), "the host to note that the server has it");
            await third.KillAsync();
        }

        await using var last = await host.ServeAsync();
        await PassAsync(quiet);
        using var visitor = await Visitor.SignedInAsync(last.Address, administrator);
        var story = Story(await visitor.ReadAsync("/administration/taches"));

        var message = MailServer.Text(mail.Taken[0]);
        var report = JsonDocument.Parse(await host.RunAsync(["report", "render", YearOfSituations.Site, "annuel", "--period", $"{year}", "--format", "json"]));
        var figure = report.RootElement.GetProperty("figures").GetProperty("situations").GetProperty("value").GetInt32();
        Say(output, "messages", mail.Taken.Count, "messages");
        Say(output, "situations_in_report", figure, "situations");
        var isTold = message.Contains($"Situations\u202F: {figure} ", StringComparison.Ordinal);
        Say(output, "situations_in_message", isTold ? figure : 0, "situations");
        await output.WriteLineAsync(story);
        return mail.Taken.Count == 1 && figure == Situations && isTold && IsHandedOver(story);
    }

    /// <summary>
    /// The moment in the first zone where a schedule may name it: not between two and three, which some days do not have, and not on 29 February; nor when
    /// another message of the site is due, on Friday at four and on Monday at seven. Of the last three, one at least has another day.
    /// </summary>
    internal static (string Zone, DateTimeOffset At) Locally(DateTimeOffset due) => Zones
        .Select(zone => (zone, At: TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById(zone))))
        .First(local => local.At is { Hour: not 2 } and not { Month: 2, Day: 29 }
            and not { DayOfWeek: DayOfWeek.Friday, Hour: 15 or 16 } and not { DayOfWeek: DayOfWeek.Monday, Hour: 6 or 7 });

    public static Task SetZoneAsync(string site, string zone) => RewriteAsync(Path.Combine(site, "site.json"), Zone(), $"\"{zone}\"");

    /// <summary>When the annual report falls due.</summary>
    public static Task SetScheduleAsync(string site, DateTimeOffset due) => RewriteAsync(
        Path.Combine(site, "reports", "annuel.json"), Schedule(),
        string.Create(CultureInfo.InvariantCulture, $$"""{ "on": "{{due:d MMMM}}", "at": "{{due:HH:mm}}" }"""));

    private static async Task RewriteAsync(string file, Regex place, string text)
    {
        var before = await File.ReadAllTextAsync(file);
        Expect(place.IsMatch(before), $"{Path.GetFileName(file)} has no place for {text}.");
        await File.WriteAllTextAsync(file, place.Replace(before, text, 1));
    }

    private static bool IsHandedOver(string story) => story.Contains("Remis au serveur", StringComparison.Ordinal);

    private static string Story(string page) => string.Join(
        '\n',
        new HtmlParser().ParseDocument(page).QuerySelectorAll("ol.timeline li")
            .Select(line => "  " + string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    private static Task UntilAsync(Func<bool> reached, string what) => UntilAsync(() => Task.FromResult(reached()), what);

    private static async Task UntilAsync(Func<Task<bool>> reached, string what)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var began = TimeProvider.System.GetTimestamp();
        while (!await reached())
        {
            Expect(TimeProvider.System.GetElapsedTime(began) < Patience, $"Waited {Patience} for {what}.");
            await pulse.WaitForNextTickAsync();
        }
    }

    private static async Task PassAsync(TimeSpan time)
    {
        using var pulse = new PeriodicTimer(time);
        await pulse.WaitForNextTickAsync();
    }

    private static void Expect(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new InvalidOperationException(sentence);
        }
    }

    private static void Say(TextWriter output, string name, int value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value} {unit}"));

    [GeneratedRegex("""(?<="schedule":\s*)\{[^}]*\}""")]
    private static partial Regex Schedule();

    [GeneratedRegex("(?<=\"timeZone\":\\s*)\"[^\"]*\"")]
    private static partial Regex Zone();
}
