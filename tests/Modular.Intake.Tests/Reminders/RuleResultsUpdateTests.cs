using Modular.Contracts.Rules;
using Modular.Intake.Reminders;
using Modular.Intake.Situations;
using Modular.Sites;
using Modular.Tests;

namespace Modular.Intake.Tests.Reminders;

[TestClass]
public sealed class RuleResultsUpdateTests
{
    private static readonly LoadedSite Changed = TestSites.Dunkerque with { Hash = "changed", Rules = new HousingFirst() };

    [TestMethod]
    public async Task What_the_rules_say_is_known_once_a_situation_is_saved_and_again_once_somebody_met_the_person()
    {
        await using var office = await Office.OpenAsync();
        var id = await SaveAsync(office, "logement");
        Assert.AreEqual(id, (await WaitingAsync(office, Changed)).MostUrgent.Single().Situation.Id);
        await office.ContactAsync(id, "2026-11-23");
        Assert.AreEqual(0, (await WaitingAsync(office, Changed)).Total);
    }

    [TestMethod]
    public async Task New_rules_put_the_list_in_their_order_with_their_reasons()
    {
        await using var office = await Office.OpenAsync();
        var first = await SaveAsync(office, "violences_conjugales");
        var housing = await SaveAsync(office, "logement");
        Assert.AreEqual(first, (await WaitingAsync(office, TestSites.Dunkerque)).MostUrgent[0].Situation.Id);

        await new RuleResultsUpdate(new OneSite(Changed), office.Situations, office.Get<TimeProvider>()).AskAsync(default);

        var waiting = await WaitingAsync(office, Changed);
        Assert.AreEqual(housing, waiting.MostUrgent[0].Situation.Id);
        CollectionAssert.AreEqual(new[] { "sans-toit-ce-soir" }, waiting.MostUrgent[0].Priority.Reasons.ToArray());
        Assert.IsEmpty(waiting.MostUrgent[1].Priority.Reasons);
        Assert.IsEmpty(FolderBytes.FilesThatTell(office.Folder, "sans-toit-ce-soir"), "The reasons are in the clear.");
    }

    [TestMethod]
    public async Task More_than_one_portion_is_asked_to_its_end()
    {
        await using var office = await Office.OpenAsync();
        var reading = Typing.Saved(("problem", "logement"));
        await office.Situations.AddHistoriesAsync(
            Office.Worker, TestSites.Dunkerque, Enumerable.Range(0, 450).Select(_ => new SituationHistory(Guid.NewGuid(), reading, [])), atOnce: 200);
        await new RuleResultsUpdate(new OneSite(Changed), office.Situations, office.Get<TimeProvider>()).AskAsync(default);
        var waiting = await new WaitingList(new OneSite(Changed), office.Situations, office.Get<TimeProvider>()).ListAsync(Office.Worker, 500, default);
        Assert.IsTrue(waiting.MostUrgent.All(one => one.Priority.Level == PriorityLevel.Urgent));
        Assert.HasCount(450, waiting.MostUrgent);
    }

    [TestMethod]
    public async Task Each_day_is_asked_what_to_think_of_and_a_closed_situation_asks_for_nothing()
    {
        await using var office = await Office.OpenAsync();
        var id = await SaveAsync(office, "logement", "2026-09-20");
        await office.CloseAsync(await SaveAsync(office, "logement", "2026-01-20"), "2026-11-20");
        var limit = TestSites.Dunkerque.Definition.Limits.OpenDays;
        Assert.AreEqual(0, await ToThinkOfAsync(office, new DateOnly(2026, 9, 20).AddDays(limit)));
        Assert.AreEqual(1, await ToThinkOfAsync(office, new DateOnly(2026, 9, 20).AddDays(limit + 1)));
        Assert.IsTrue(await office.Situations.HasAsync(Office.Worker, id));
    }

    private static async Task<int> ToThinkOfAsync(Office office, DateOnly day)
    {
        var time = new FixedTime(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero));
        var situations = office.At(time);
        await new RuleResultsUpdate(new OneSite(TestSites.Dunkerque), situations, time).AskAsync(default);
        return (await new WaitingList(new OneSite(TestSites.Dunkerque), situations, time).RemindersAsync(Office.Worker, 10, default)).Total;
    }

    private static Task<WaitingSituations> WaitingAsync(Office office, LoadedSite site) =>
        new WaitingList(new OneSite(site), office.Situations, office.Get<TimeProvider>()).ListAsync(Office.Worker, 10, default);

    private static async Task<Guid> SaveAsync(Office office, string problem, string on = "2026-11-20")
    {
        var id = Guid.NewGuid();
        var reading = Typing.Situation(TestSites.Dunkerque, ("referred_on", on), ("station", "dunkerque"), ("problem", problem));
        Assert.IsInstanceOfType<SaveResult.Saved>(await office.Situations.CreateAsync(Office.Worker, TestSites.Dunkerque, id, reading));
        return id;
    }

    private sealed class HousingFirst : SiteRules
    {
        public override Priority Prioritise(SituationView situation) => situation.Coded.Code("problem") == "logement"
            ? new Priority(PriorityLevel.Urgent, ["sans-toit-ce-soir"], situation.ReferredOn)
            : base.Prioritise(situation);
    }
}
