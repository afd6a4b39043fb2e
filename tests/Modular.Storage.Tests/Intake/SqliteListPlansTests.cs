using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Modular.Access;
using Modular.Intake.Situations;
using Modular.Tests;

namespace Modular.Storage.Tests.Intake;

/// <summary>What is stored does not make a list slower: each question finds its first row in an index and reads on in its order.</summary>
[TestClass]
public sealed class SqliteListPlansTests
{
    private static readonly SituationScope Scope = SituationScope.OfCommand("pantin");

    public static IEnumerable<object[]> Lists =>
    [
        [new SituationFilter(SituationState.Open, "pantin")],
        [new SituationFilter(SituationState.Closed, "pantin")],
        [new SituationFilter(SituationState.All, "pantin")],
        [new SituationFilter(SituationState.NotContacted, "pantin")],
        [new SituationFilter(SituationState.All, "pantin", "poste")],
        [new SituationFilter(SituationState.Open, "pantin", "poste")],
        [new SituationFilter(SituationState.NotContacted, "pantin", "poste")],
        [new SituationFilter(SituationState.NotContacted, "pantin", Order: SituationOrder.Urgency)],
        [new SituationFilter(SituationState.Open, "pantin", WithReminders: true)],
        [new SituationFilter(SituationState.All, "pantin", Year: 2026, Rank: 3)],
    ];

    [TestMethod]
    [DynamicData(nameof(Lists))]
    public async Task A_list_is_read_in_the_order_of_an_index(SituationFilter filter)
    {
        await using var data = await DataFolder.CreateAsync();
        Addition[] two = [.. new[] { 19, 20 }.SelectMany(day => Lived(new DateOnly(2026, 11, day)))];
        var plans = await PlansAsync(data, async store =>
        {
            await store.AddAsync(Scope, two);
            await store.ListAsync(Scope, filter with { Take = 1 });
        });
        // A number is one situation; every other list goes beyond its first page, and is counted.
        Assert.HasCount(filter.Rank is null ? 2 : 1, plans.Where(plan => !plan.Contains("(site=? AND year=?)")).ToList(), string.Join("\n\n", plans));
        foreach (var plan in plans)
        {
            Assert.Contains("SEARCH", plan);
            Assert.DoesNotContain("TEMP B-TREE", plan);
            Assert.DoesNotContain("SCAN s", plan);
            Assert.DoesNotContain("SCAN intake", plan);
        }
    }

    /// <summary>A site has a few that are open, and all that it ever closed.</summary>
    [TestMethod]
    [DataRow(SituationState.Open, null, SituationOrder.Referral, "intake_situation_open (site=?")]
    [DataRow(SituationState.NotContacted, null, SituationOrder.Referral, "intake_situation_waiting (site=?")]
    [DataRow(SituationState.NotContacted, null, SituationOrder.Urgency, "intake_situation_urgency (site=?")]
    [DataRow(SituationState.Open, "poste", SituationOrder.Referral, "intake_situation_station_open (site=? AND station=?")]
    [DataRow(SituationState.NotContacted, "poste", SituationOrder.Referral, "intake_situation_station_open (site=? AND station=?")]
    public async Task Those_that_are_open_are_listed_and_counted_without_a_look_at_the_closed(
        SituationState state, string? station, SituationOrder order, string index)
    {
        await using var data = await DataFolder.CreateAsync();
        Addition[] two = [IntakeStoreContract.New("pantin", new(2026, 11, 19)), IntakeStoreContract.New("pantin", new(2026, 11, 20))];
        Array.ForEach(two, one => one.Situation.Station = "poste");
        var plans = await PlansAsync(data, async store =>
        {
            await store.AddAsync(Scope, two);
            await store.ListAsync(Scope, new SituationFilter(state, "pantin", station, Order: order, Take: 1));
        });
        Assert.IsTrue(plans.TakeLast(2).All(plan => plan.Contains(index)), string.Join("\n\n", plans));
    }

    [TestMethod]
    public async Task Those_of_whom_a_reminder_speaks_are_counted_without_a_look_at_the_closed()
    {
        await using var data = await DataFolder.CreateAsync();
        var plans = await PlansAsync(data, store => store.CountNotContactedAsync("pantin", new DateOnly(2026, 11, 20)));
        Assert.Contains("intake_situation_waiting (site=? AND referred_on<?", plans.Single());
    }

    [TestMethod]
    public async Task Those_to_be_judged_anew_are_found_among_the_open_a_portion_after_the_other()
    {
        await using var data = await DataFolder.CreateAsync();
        var (due, row) = (new Due("pantin", "new", new DateOnly(2026, 11, 27), new DateOnly(2026, 9, 1)), IntakeStoreContract.New("pantin", new(2026, 11, 20)));
        var plans = await PlansAsync(data, async store =>
        {
            await store.AddAsync(Scope, [row]);
            await store.EvaluatedOtherwiseAsync(due, null, 10);
            await store.EvaluatedOtherwiseAsync(due, row.Situation, 10);
        });
        Assert.IsTrue(plans.TakeLast(2).All(plan => plan.Contains("SEARCH") && !plan.Contains("TEMP B-TREE")), string.Join("\n\n", plans));
        Assert.HasCount(2, plans.Where(plan => plan.Contains("intake_situation_open (site=?")).ToList());
    }

    [TestMethod]
    public async Task A_search_begins_at_the_name_and_finds_the_newest_first()
    {
        await using var data = await DataFolder.CreateAsync();
        foreach (var keys in new byte[][][] { [[1]], [[1], [2]] })
        {
            var two = new[] { 19, 20 }.Select(day => IntakeStoreContract.New("pantin", new(2026, 11, day)) with { NameKeys = [[1], [2]] });
            var plans = await PlansAsync(data, async store =>
            {
                await store.AddAsync(Scope, [.. two]);
                await store.ListAsync(Scope, new SituationFilter(SituationState.All, "pantin", NameKeys: keys, Take: 1));
            });
            var named = plans.Where(plan => plan.Contains("intake_name_key")).ToList();
            Assert.HasCount(keys.Length == 1 ? 2 : 4, named);
            foreach (var plan in named)
            {
                Assert.Contains("USING COVERING INDEX intake_name_key_listed (site=? AND key=?", plan);
                // The one page that was found is put in order once more: nothing before it is.
                Assert.DoesNotContain("TEMP B-TREE", plan.Split("SCAN")[0]);
                Assert.DoesNotContain("intake_situation_all", plan);
            }
        }
    }

    /// <summary>One who waits, one to think of, one that is closed.</summary>
    private static IEnumerable<Addition> Lived(DateOnly referredOn)
    {
        foreach (var (reminders, closedOn) in new (int, DateOnly?)[] { (0, null), (1, null), (0, referredOn) })
        {
            var one = IntakeStoreContract.New("pantin", referredOn);
            (one.Situation.Station, one.Situation.Reminders, one.Situation.ClosedOn) = ("poste", reminders, closedOn);
            yield return one;
        }
    }

    private static async Task<IReadOnlyList<string>> PlansAsync(DataFolder data, Func<IIntakeStore, Task> ask)
    {
        using var questions = new Questions();
        await ask(data.Get<IIntakeStore>());
        var plans = new List<string>();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "modular.db")};Pooling=False");
        await connection.OpenAsync();
        foreach (var (text, values) in questions.Asked)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            command.Parameters.AddRange(values.Select(value => new SqliteParameter(value.Name, value.Value ?? DBNull.Value)));
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(3));
            }

            plans.Add(string.Join('\n', lines));
        }

        Assert.IsNotEmpty(plans);
        return plans;
    }

    /// <summary>What EF Core asks of the database while this test runs, and no other.</summary>
    private sealed class Questions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly AsyncLocal<Questions?> Current = new();
        private readonly List<IDisposable> _subscriptions = [];

        public Questions()
        {
            Current.Value = this;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<(string Text, IReadOnlyList<(string Name, object? Value)> Values)> Asked { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command: var command } && value.Key == RelationalEventId.CommandExecuting.Name && Current.Value == this)
            {
                Asked.Add((command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(one => (one.ParameterName, one.Value))]));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            Current.Value = null;
            _subscriptions.ForEach(subscription => subscription.Dispose());
        }
    }
}
