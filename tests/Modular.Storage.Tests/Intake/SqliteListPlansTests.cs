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
        [new SituationFilter(SituationState.NotContacted, "pantin", Order: SituationOrder.Urgency)],
        [new SituationFilter(SituationState.Open, "pantin", WithReminders: true)],
        [new SituationFilter(SituationState.All, "pantin", Year: 2026, Rank: 3)],
    ];

    [TestMethod]
    [DynamicData(nameof(Lists))]
    public async Task A_list_is_read_in_the_order_of_an_index(SituationFilter filter)
    {
        await using var data = await DataFolder.CreateAsync();
        foreach (var plan in await PlansAsync(data, filter))
        {
            Assert.Contains("SEARCH", plan);
            Assert.DoesNotContain("TEMP B-TREE", plan);
            Assert.DoesNotContain("SCAN s", plan);
            Assert.DoesNotContain("SCAN intake", plan);
        }
    }

    [TestMethod]
    public async Task A_search_begins_at_the_name_and_finds_the_newest_first()
    {
        await using var data = await DataFolder.CreateAsync();
        foreach (var keys in new byte[][][] { [[1]], [[1], [2]] })
        {
            foreach (var plan in await PlansAsync(data, new SituationFilter(SituationState.All, "pantin", NameKeys: keys)))
            {
                Assert.Contains("USING COVERING INDEX intake_name_key_listed (site=? AND key=?", plan);
                // The one page that was found is put in order once more: nothing before it is.
                Assert.DoesNotContain("TEMP B-TREE", plan.Split("SCAN")[0]);
                Assert.DoesNotContain("intake_situation_all", plan);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> PlansAsync(DataFolder data, SituationFilter filter)
    {
        using var questions = new Questions();
        await data.Get<IIntakeStore>().ListAsync(Scope, filter);
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
