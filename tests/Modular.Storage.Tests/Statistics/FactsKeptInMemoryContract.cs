using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modular.Statistics.Facts;
using Modular.Storage.Statistics;
using Modular.Tests;

namespace Modular.Storage.Tests.Statistics;

/// <summary>What one process has read and brought up to date is what another would read anew, whatever the database.</summary>
public abstract class FactsKeptInMemoryContract
{
    private const string Site = "loire";

    private static readonly string[] Units = [FactUnits.Situations, FactUnits.Contacts];

    private readonly TurnedClock _clock = new();
    private readonly List<DataFolder> _processes = [];

    protected abstract Task<DataFolder> OpenAsync(TimeProvider time);

    [TestMethod]
    public async Task Columns_brought_up_to_date_are_those_read_anew_after_any_changes_by_anybody()
    {
        var random = new Random(11);
        var (mine, other) = (await ProcessAsync(), await ProcessAsync());
        await ReplaceAsync(other, Enumerable.Range(0, 300).ToDictionary(
            number => $"first-{number}", IReadOnlyList<Fact> (number) => [Fact($"first-{number}", Units[0], number, "problem", $"code-{number}")]));
        for (var round = 0; round < 40; round++)
        {
            for (var times = random.Next(4); times > 0; times--)
            {
                await ReplaceAsync(random.Next(2) == 0 ? mine : other, Changes(random));
            }

            CollectionAssert.AreEqual(await ReadAsync(await ProcessAsync()), await ReadAsync(mine), $"Round {round}.");
        }
    }

    [TestMethod]
    public async Task A_number_of_a_fact_that_is_given_again_is_another_fact()
    {
        var (mine, other) = (await ProcessAsync(), await ProcessAsync());
        await ReplaceAsync(mine, new() { ["a"] = [Fact("a", FactUnits.Situations, 1, "sex", "female")] });
        await ReadAsync(mine);

        await ReplaceAsync(other, new() { ["a"] = [] });
        await ReplaceAsync(other, new() { ["b"] = [Fact("b", FactUnits.Situations, 2, "sex", "male")] });

        CollectionAssert.AreEqual(new[] { "situations 2024-01-03 sex=male" }, await ReadAsync(mine));
    }

    [TestMethod]
    public async Task More_changes_than_are_written_down_are_no_trouble()
    {
        var (mine, other) = (await ProcessAsync(), await ProcessAsync());
        await ReplaceAsync(mine, new() { ["gone"] = [Fact("gone", FactUnits.Situations, 1, "sex", "female")] });
        await ReadAsync(mine);

        await ReplaceAsync(other, new() { ["gone"] = [] });
        for (var change = 0; change <= FactStore.VersionsKept; change++)
        {
            await ReplaceAsync(other, new() { ["b"] = [Fact("b", FactUnits.Situations, change % 300, "sex", "male")] });
        }

        Assert.HasCount(1, await ReadAsync(mine));
        Assert.IsLessThanOrEqualTo(FactStore.VersionsKept, await NotedAsync());
    }

    [TestMethod]
    public async Task Facts_that_nobody_reads_are_let_go_of_and_come_back_when_they_are_asked_for()
    {
        var mine = await ProcessAsync();
        await ReplaceAsync(mine, new() { ["a"] = [Fact("a", FactUnits.Situations, 1, "sex", "female")] });
        var read = await ReadAsync(mine);
        var reader = (FactReader)mine.Get<IFactReader>();

        _clock.Turn(TimeSpan.FromMinutes(20));
        CollectionAssert.AreEqual(new[] { Site }, reader.Sites.ToArray());
        _clock.Turn(TimeSpan.FromMinutes(20));
        Assert.IsEmpty(reader.Sites);
        CollectionAssert.AreEqual(read, await ReadAsync(mine));
    }

    [TestCleanup]
    public async Task Close()
    {
        foreach (var process in _processes)
        {
            await process.CloseAsync();
        }

        foreach (var process in _processes.Take(1))
        {
            await process.DisposeAsync();
        }
    }

    private static Dictionary<string, IReadOnlyList<Fact>> Changes(Random random) => Enumerable.Range(0, random.Next(1, 5))
        .Select(_ => $"owner-{random.Next(25)}")
        .Distinct()
        .ToDictionary(owner => owner, IReadOnlyList<Fact> (owner) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => Some(owner, random))]);

    private static Fact Some(string owner, Random random) => Fact(owner, Units[random.Next(2)], random.Next(400), "problem", $"code-{random.Next(12)}") with
    {
        Codes = new Dictionary<string, IReadOnlyList<string>>
        {
            ["problem"] = [$"code-{random.Next(400)}"],
            ["acts"] = [.. Enumerable.Range(0, random.Next(4)).Select(_ => $"act-{random.Next(9)}").Distinct()],
        },
        Measures = random.Next(3) == 0 ? new Dictionary<string, int>() : new() { ["days_open"] = random.Next(-5, 900) },
    };

    private static Fact Fact(string owner, string unit, int day, string dimension, string code) => new(
        Site, unit, owner, new DateOnly(2024, 1, 1).AddDays(day),
        new Dictionary<string, IReadOnlyList<string>> { [dimension] = [code] }, new Dictionary<string, int>());

    private static Task ReplaceAsync(DataFolder process, Dictionary<string, IReadOnlyList<Fact>> facts) =>
        process.Get<IFactSink>().ReplaceAsync(Site, facts);

    private static async Task<string[]> ReadAsync(DataFolder process)
    {
        var table = await process.Get<IFactReader>().ReadAsync(Site, Units, new(2024, 1, 1), new(2025, 12, 31));
        return [.. Units.SelectMany(unit => FactText.Of(table, unit).Select(fact => $"{unit} {fact}"))];
    }

    private async Task<DataFolder> ProcessAsync()
    {
        var process = _processes is [var first, ..] ? await first.AgainAsync(_clock) : await OpenAsync(_clock);
        _processes.Add(process);
        return process;
    }

    private async Task<int> NotedAsync()
    {
        await using var context = await _processes[0].Get<IDbContextFactory<StatisticsContext>>().CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Command("SELECT COUNT(*) FROM statistics_removed");
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Time passes when the test says so, and its timers ring then.</summary>
    private sealed class TurnedClock : TimeProvider
    {
        private readonly List<Action> _rings = [];
        private DateTimeOffset _now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _rings.Add(() => callback(state));
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Turn(TimeSpan by)
        {
            _now += by;
            _rings.ForEach(ring => ring());
        }
    }
}

[TestClass]
public sealed class SqliteFactsKeptInMemoryTests : FactsKeptInMemoryContract
{
    protected override Task<DataFolder> OpenAsync(TimeProvider time) => DataFolder.CreateAsync(time);
}

[TestClass]
public sealed class PostgreSqlFactsKeptInMemoryTests : FactsKeptInMemoryContract
{
    protected override Task<DataFolder> OpenAsync(TimeProvider time) => PostgreSqlTestDatabase.FolderAsync(time);
}
