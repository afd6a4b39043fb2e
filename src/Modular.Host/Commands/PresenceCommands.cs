using System.CommandLine;
using System.Globalization;
using Modular.Presence;
using Modular.Presence.Days;
using Modular.Presence.Feeds;
using Modular.Presence.Listings;
using Modular.Sites;

namespace Modular.Host.Commands;

internal static class PresenceCommands
{
    /// <summary>Ten years: more is a slip of the finger.</summary>
    private const int MostDays = 3660;

    public static Command Create(CommandHost host) => new("presence", "Who is where, and when.") { Show(host) };

    private static Command Show(CommandHost host)
    {
        var site = new Argument<string>("SITE") { Description = "Identifier of the site." };
        var from = Day("--from", "First day, as 2026-11-23.");
        var to = Day("--to", "Last day, included.");
        var format = new Option<string>("--format") { Description = "How it is written; text unless said.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "ics");
        const string description = "Prints the half-days of a site between two days; conflicts and gaps go to standard error.";
        return host.Runs(new Command("show", description) { site, from, to, format }, async run =>
        {
            if (!TryRead(run.Value(from), out var first) || !TryRead(run.Value(to), out var last))
            {
                return run.Misuse("A day is written as 2026-11-23.");
            }

            if (last < first || last.DayNumber - first.DayNumber > MostDays)
            {
                return run.Misuse($"--to is the last day: on or after --from, and at most {MostDays} days later.");
            }

            await run.OpenDataAsync();
            if (run.Get<ISiteCatalogue>().FindReadable(run.Value(site)) is not { } found)
            {
                return run.Refuse($"No site is called {run.Value(site)}.");
            }

            await ShowAsync(run, found, first, last, run.Value(format)!);
            return ExitCode.Done;
        });
    }

    private static async Task ShowAsync(CommandRun run, LoadedSite site, DateOnly from, DateOnly to, string format)
    {
        var calendar = run.Get<PresenceCalendar>();
        switch (format)
        {
            case "json":
                await run.Out.WriteLineAsync(PresenceJson.Write(site, await calendar.BetweenAsync(site, from, to, run.Cancellation)));
                break;
            case "ics":
                await run.Out.WriteAsync((await run.Get<PresenceFeedService>().BetweenAsync(site, null, from, to, run.Cancellation)).Text);
                break;
        }

        foreach (var number in IsoWeek.Between(from, to))
        {
            var week = await calendar.WeekAsync(site, number, run.Cancellation);
            if (format == "text")
            {
                await run.Out.WriteLineAsync(TerminalTable.Write(site, week, from, to));
            }

            foreach (var remark in TerminalWarnings.Of(week, from, to))
            {
                await run.Error.WriteLineAsync($"presence show: {remark}");
            }
        }
    }

    private static Option<string> Day(string name, string description) => new(name) { Description = description, HelpName = "DATE", Required = true };

    private static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
