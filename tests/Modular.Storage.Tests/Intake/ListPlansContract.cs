using System.Data.Common;
using Modular.Access;
using Modular.Intake.Situations;
using Modular.Tests;

namespace Modular.Storage.Tests.Intake;

/// <summary>What is stored does not make a list slower: each question finds its first row in an index and reads on in its order.</summary>
public abstract class ListPlansContract
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

    /// <summary>A folder in whose database a plan tells what it would be among many.</summary>
    protected abstract Task<DataFolder> OpenAsync();

    /// <summary>Done with it.</summary>
    protected abstract ValueTask CloseAsync(DataFolder data);

    protected abstract Task<QueryPlan> PlanAsync(DataFolder data, string question, IReadOnlyList<DbParameter> values);

    [TestMethod]
    [DynamicData(nameof(Lists))]
    public async Task A_list_is_read_in_the_order_of_an_index(SituationFilter filter)
    {
        Addition[] two = [.. new[] { 19, 20 }.SelectMany(day => Lived(new DateOnly(2026, 11, day)))];
        var plans = await PlansAsync(async store =>
        {
            await store.AddAsync(Scope, two);
            await store.ListAsync(Scope, filter with { Take = 1 });
        });
        // The number of the next one is asked for when one is added.
        plans = [.. plans.Where(plan => !plan.Uses.Any(use => use.Columns is ["site", "year"]))];
        // A number is one situation; every other list goes beyond its first page, and is counted.
        Assert.HasCount(filter.Rank is null ? 2 : 1, plans, string.Join("\n\n", plans));
        foreach (var plan in plans)
        {
            Assert.IsTrue(plan is { Uses.Count: > 0, IsScanned: false, IsSorted: false }, $"{plan}");
        }
    }

    [TestMethod]
    public async Task The_newest_one_is_found_at_the_end_of_an_index()
    {
        var plans = await PlansAsync(async store =>
        {
            await store.AddAsync(Scope, [.. Lived(new DateOnly(2026, 11, 20))]);
            var newest = (await store.NewestAsync())!;
            Assert.IsTrue(newest.ReferredOn >= new DateOnly(2026, 11, 20));
            Assert.IsNotEmpty(await store.NameKeysAsync(newest.Id));
        });
        foreach (var index in (string[])["intake_situation_all", "intake_name_key_situation"])
        {
            var plan = plans.Single(plan => plan.Text.Contains(index));
            Assert.IsFalse(plan.IsSorted, $"{plan}");
        }
    }

    /// <summary>A site has a few that are open, and all that it ever closed.</summary>
    [TestMethod]
    [DataRow(SituationState.Open, null, SituationOrder.Referral, "intake_situation_open")]
    [DataRow(SituationState.NotContacted, null, SituationOrder.Referral, "intake_situation_waiting")]
    [DataRow(SituationState.NotContacted, null, SituationOrder.Urgency, "intake_situation_urgency")]
    [DataRow(SituationState.Open, "poste", SituationOrder.Referral, "intake_situation_station_open")]
    [DataRow(SituationState.NotContacted, "poste", SituationOrder.Referral, "intake_situation_station_open")]
    public async Task Those_that_are_open_are_listed_and_counted_without_a_look_at_the_closed(
        SituationState state, string? station, SituationOrder order, string index)
    {
        Addition[] two = [IntakeStoreContract.New("pantin", new(2026, 11, 19)), IntakeStoreContract.New("pantin", new(2026, 11, 20))];
        Array.ForEach(two, one => one.Situation.Station = "poste");
        var plans = await PlansAsync(async store =>
        {
            await store.AddAsync(Scope, two);
            await store.ListAsync(Scope, new SituationFilter(state, "pantin", station, Order: order, Take: 1));
        });
        var first = station is null ? "site" : "site station";
        Assert.IsTrue(
            plans.TakeLast(2).All(plan => plan.Uses is [var use] && use.Index == index && string.Join(' ', use.Columns) == first), string.Join("\n\n", plans));
    }

    [TestMethod]
    public async Task Those_of_whom_a_reminder_speaks_are_counted_without_a_look_at_the_closed()
    {
        var plans = await PlansAsync(store => store.CountNotContactedAsync("pantin", new DateOnly(2026, 11, 20)));
        // Of two indexes that hold those alone, either will do.
        Assert.IsTrue(
            plans is [{ Uses: [{ Index: "intake_situation_waiting" or "intake_situation_urgency", Columns: ["site", "referred_on"] }] }],
            string.Join("\n\n", plans));
    }

    [TestMethod]
    public async Task Those_to_be_judged_anew_are_found_among_the_open_a_portion_after_the_other()
    {
        var (due, row) = (new Due("pantin", "new", new DateOnly(2026, 11, 27), new DateOnly(2026, 9, 1)), IntakeStoreContract.New("pantin", new(2026, 11, 20)));
        var plans = await PlansAsync(async store =>
        {
            await store.AddAsync(Scope, [row]);
            await store.EvaluatedOtherwiseAsync(due, null, 10);
            await store.EvaluatedOtherwiseAsync(due, row.Situation, 10);
        });
        Assert.IsTrue(
            plans.TakeLast(2).All(plan => plan is { Uses: [{ Index: "intake_situation_open" }], IsScanned: false, IsSorted: false }),
            string.Join("\n\n", plans));
    }

    [TestMethod]
    [DataRow(1, 2)]
    [DataRow(2, 4)]
    public async Task A_search_begins_at_the_name_and_finds_the_newest_first(int words, int questions)
    {
        byte[][] names = [[1], [2]];
        var plans = await PlansAsync(async store =>
        {
            await store.AddAsync(Scope, [.. new[] { 19, 20 }.Select(day => IntakeStoreContract.New("pantin", new(2026, 11, day)) with { NameKeys = names })]);
            await store.ListAsync(Scope, new SituationFilter(SituationState.All, "pantin", NameKeys: [.. names.Take(words)], Take: 1));
        });
        var named = plans.Where(plan => plan.Text.Contains("intake_name_key")).ToList();
        Assert.HasCount(questions, named);
        foreach (var plan in named)
        {
            Assert.IsTrue(plan.Uses.Any(use => use is { Index: "intake_name_key_listed" or "intake_name_key_pkey", Columns: ["site", "key", ..] }), $"{plan}");
            Assert.DoesNotContain("intake_situation_all", plan.Text);
            Assert.IsFalse(plan.IsSorted, $"{plan}");
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

    private async Task<IReadOnlyList<QueryPlan>> PlansAsync(Func<IIntakeStore, Task> ask)
    {
        var data = await OpenAsync();
        try
        {
            using var questions = new Questions();
            await ask(data.Get<IIntakeStore>());
            var plans = new List<QueryPlan>();
            foreach (var (text, values) in questions.Asked)
            {
                plans.Add(await PlanAsync(data, text, values));
            }

            Assert.IsNotEmpty(plans);
            return plans;
        }
        finally
        {
            await CloseAsync(data);
        }
    }
}
