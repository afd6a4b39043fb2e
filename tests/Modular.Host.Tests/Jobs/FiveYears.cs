using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Composition;
using Modular.Jobs;
using Modular.Jobs.Schedules;

namespace Modular.Host.Tests.Jobs;

/// <summary>
/// Five years of the four sites' own plans and of awkward ones, on a real ledger under a clock of ours. Rings come late, doubled, beside each other, too early
/// or not at all; jobs fail; the host is restarted, left off for days, and killed in the middle of a run. All is drawn by lot, from a seed that is printed.
/// </summary>
[TestClass]
public sealed class FiveYears
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2031, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Each_period_is_delivered_once_none_early_and_none_is_forgotten()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("MODULAR_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        TestContext.WriteLine($"MODULAR_SEED={seed}");
        await using var host = new SimulatedHost([.. await PlansOfSitesAsync(), .. AwkwardPlans()], Begin, End, seed);
        await RingForFiveYearsAsync(host, new Random(seed));
        TestContext.WriteLine(host.Story);

        Assert.IsEmpty(host.Faults, string.Join('\n', host.Faults.Take(20)));
        List<string> messages = [];
        foreach (var plan in host.Plans())
        {
            var (due, delivered) = (host.DueOf(plan), host.DeliveredOf(plan));
            if (plan.CatchUp == CatchUp.Every)
            {
                CollectionAssert.AreEquivalent(due.ToList(), delivered.ToList(), $"{plan.Key} lacks {string.Join(", ", due.Except(delivered))}");
                messages.AddRange(delivered.Select(period => $"{plan.Key} {period}"));
            }
            else
            {
                // Of what was missed while the host was off, the last alone is wanted.
                Assert.IsEmpty(delivered.Except(due), plan.Key);
                Assert.IsGreaterThan(due.Count / 3, delivered.Count, plan.Key);
            }
        }

        CollectionAssert.AreEquivalent(messages, (await host.MessagesAsync()).ToList(), "one message a period");
        Assert.HasCount(60, host.DeliveredOf(host.Plans().Single(plan => plan.Job == "month_end")), "each month has an end");
        Assert.IsTrue(host is { Kills: > 15, Restarts: > 20, Failures: > 60 }, "It was too quiet: " + host.Story);
    }

    private static async Task RingForFiveYearsAsync(SimulatedHost host, Random lot)
    {
        var events = new PriorityQueue<(JobPlan Plan, bool IsDue), DateTimeOffset>();
        await host.StartAsync();
        foreach (var plan in host.Plans())
        {
            events.Enqueue((plan, IsDue: true), plan.Schedule.Next(Begin).At);
        }

        while (events.TryDequeue(out var next, out var at) && at <= End)
        {
            if (next.IsDue)
            {
                events.Enqueue(next, next.Plan.Schedule.Next(at).At);
                events.Enqueue((next.Plan, IsDue: false), at + Delay(lot));
                continue;
            }

            if (at < host.Now)
            {
                // It was off.
                continue;
            }

            host.MoveTo(at);
            var happens = lot.Next(1000);
            if (happens < 8)
            {
                await host.RestartAsync(Off(lot));
            }
            else if (happens < 12)
            {
                await host.RoundAsync(beside: 2);
            }
            else
            {
                await host.RingAsync(next.Plan, beside: happens < 100 ? 1 + lot.Next(4) : 1);
            }

            if (!host.IsCaughtUp(next.Plan))
            {
                // It failed, or the ring was too early: the rounds come by.
                events.Enqueue((next.Plan, IsDue: false), at + TimeSpan.FromMinutes(5 + lot.Next(30)));
            }
        }

        host.MoveTo(End);
        await host.RestartAsync(TimeSpan.Zero);
        for (var rounds = 0; rounds < 8; rounds++)
        {
            host.MoveTo(host.Now + TimeSpan.FromHours(13));
            await host.RoundAsync(beside: 1);
        }

        // What fell due in the last of them may have failed there, and is tried again.
        for (var more = 0; more < 20 && !host.Plans().All(host.IsCaughtUp); more++)
        {
            host.MoveTo(host.Now + TimeSpan.FromHours(1));
            await host.RoundAsync(beside: 1);
        }
    }

    /// <summary>Mostly at its hour; some too early, some hours late, some lost so that nobody comes before the next morning.</summary>
    private static TimeSpan Delay(Random lot) => lot.Next(100) switch
    {
        < 4 => TimeSpan.FromMinutes(-1 - lot.Next(70)),
        < 10 => TimeSpan.FromHours(lot.Next(8)),
        < 12 => TimeSpan.FromHours(20 + lot.Next(10)),
        _ => TimeSpan.FromSeconds(lot.Next(16)),
    };

    private static TimeSpan Off(Random lot) => lot.Next(10) switch
    {
        < 4 => TimeSpan.FromSeconds(lot.Next(600)),
        < 6 => TimeSpan.FromHours(lot.Next(60)),
        _ => TimeSpan.FromDays(lot.Next(40)),
    };

    private static async Task<IReadOnlyList<JobPlan>> PlansOfSitesAsync()
    {
        var data = Directory.CreateTempSubdirectory("modular-plans-").FullName;
        try
        {
            await using var app = ModularApp.Build(new ServeOptions { DataFolder = data, PluginsFolder = Path.Combine(Configuration.Home, "plugins") });
            // Of the daily reminders, which differ by their site alone, one: a write of the ledger is a sync of the disk.
            return [.. app.Services.GetRequiredService<JobPlans>().All().Where(plan => plan.Job != "not_contacted" || plan.Site == "pantin")];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static IEnumerable<JobPlan> AwkwardPlans() =>
    [
        Plan("month_end", "day 31", "07:00", "Indian/Reunion", "reunion"),
        Plan("leap", "29 February", "07:00", "Indian/Reunion", "reunion"),
        Plan("thirtieth", "day 30", "23:59", "America/Guadeloupe", "guadeloupe"),
        Plan("midnight", "monday", "00:00", "America/Guadeloupe", "guadeloupe"),
        Plan("last_of_year", "31 December", "23:00", "Europe/Paris", "pantin"),
        // Within the hour that one night of the year lacks and another has twice.
        Plan("summer_time", "sunday", "02:30", "Europe/Paris", "pantin"),
    ];

    private static JobPlan Plan(string job, string on, string at, string zone, string? site) => new()
    {
        Job = job,
        Site = site,
        Label = job,
        Schedule = new(Recurrence.Parse(on)!, TimeOnly.Parse(at, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)),
        CatchUp = CatchUp.Every,
    };
}
