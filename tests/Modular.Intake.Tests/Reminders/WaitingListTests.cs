using Modular.Intake.Reminders;
using Modular.Intake.Situations;
using Modular.Tests;

namespace Modular.Intake.Tests.Reminders;

[TestClass]
public sealed class WaitingListTests
{
    [TestMethod]
    public async Task Who_waits_longest_stands_first_late_is_told_and_who_was_contacted_waits_no_more()
    {
        await using var office = await Office.OpenAsync();
        var today = await ReferAsync(office, "2026-11-23");
        var longAgo = await ReferAsync(office, "2026-11-02");
        await office.ContactAsync(await ReferAsync(office, "2026-11-03"), "2026-11-21");

        var waiting = (await ListOf(office).ListAsync(Office.Worker, 10, default)).MostUrgent;
        CollectionAssert.AreEqual(new[] { longAgo, today }, waiting.Select(situation => situation.Situation.Id).ToList());
        CollectionAssert.AreEqual(new[] { true, false }, waiting.Select(situation => situation.IsLate).ToList());
        Assert.StartsWith("en retard de ", waiting[0].Clock);
        Assert.AreEqual(0, (await ListOf(office).ListAsync(Office.Elsewhere, 10, default)).Total, "another site’s");
    }

    [TestMethod]
    public async Task What_is_open_too_long_asks_to_be_thought_of_the_oldest_first()
    {
        await using var office = await Office.OpenAsync();
        var second = await ReferAsync(office, "2026-01-07");
        var first = await ReferAsync(office, "2026-01-05");
        await ReferAsync(office, "2026-11-20");
        var reminders = await ListOf(office).RemindersAsync(Office.Worker, 10, default);
        CollectionAssert.AreEqual(new[] { first, second }, reminders.Oldest.Select(one => one.Situation.Id).Distinct().ToList());
        Assert.AreEqual(2, reminders.Total);
    }

    [TestMethod]
    public async Task What_is_kept_beside_one_situation_is_what_the_lists_tell_of_it()
    {
        await using var office = await Office.OpenAsync();
        await ReferAsync(office, "2026-01-05");
        var contacted = await ReferAsync(office, "2026-11-03");
        await office.ContactAsync(contacted, "2026-11-21");
        var list = ListOf(office);
        var listed = (await list.ListAsync(Office.Worker, 10, default)).MostUrgent.Single();
        var reminded = (await list.RemindersAsync(Office.Worker, 10, default)).Oldest;

        var (waiting, reminders) = list.Kept(TestSites.Dunkerque, await OpenAsync(listed.Situation.Id));
        Assert.AreEqual((listed.Clock, listed.Reasons, listed.Priority.Level), (waiting!.Clock, waiting.Reasons, waiting.Priority.Level));
        CollectionAssert.AreEqual(reminded.Select(one => one.Reminder).ToList(), reminders.ToList());
        Assert.IsNull(list.Kept(TestSites.Dunkerque, await OpenAsync(contacted)).Waiting, "who was contacted waits no more");

        async Task<Situation> OpenAsync(Guid id) => (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!;
    }

    private static WaitingList ListOf(Office office) => new(new OneSite(TestSites.Dunkerque), office.Situations, office.Get<TimeProvider>());

    private static async Task<Guid> ReferAsync(Office office, string on)
    {
        var id = Guid.NewGuid();
        var reading = Typing.Situation(TestSites.Dunkerque, ("referred_on", on), ("station", "dunkerque"));
        Assert.IsInstanceOfType<SaveResult.Saved>(await office.Situations.CreateAsync(Office.Worker, TestSites.Dunkerque, id, reading));
        return id;
    }
}
