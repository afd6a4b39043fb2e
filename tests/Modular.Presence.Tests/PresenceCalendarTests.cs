using Modular.Presence.Days;
using Modular.Presence.Staffing;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests;

[TestClass]
public sealed class PresenceCalendarTests
{
    [TestMethod]
    public async Task Next_gap_is_the_first_half_day_that_nobody_will_hold_from_now_on()
    {
        await using var store = await RealStore.OpenAsync(now: "2026-11-24T12:30+01:00");
        Assert.AreEqual(new PresenceAhead(null, IsJudged: true), await store.Get<PresenceCalendar>().LookAheadAsync(HauteMarne));

        // Tuesday to Thursday of this week and of the next: the morning of today is over.
        await store.Get<StaffingService>().AbsentAsync(HauteMarne, "poste-2", Monday.AddDays(1), Monday.AddDays(10), "leave");

        var ahead = await store.Get<PresenceCalendar>().LookAheadAsync(HauteMarne);
        Assert.AreEqual("haute-marne/poste-2/chaumont/2026-11-25/afternoon", ahead.NextGap?.Uncovered?.Id.ToString());
    }

    [TestMethod]
    public async Task Weeks_that_cannot_be_judged_are_no_gap_and_a_half_day_that_nobody_will_hold_still_is_one()
    {
        var site = HauteMarne with { Rules = new FailingRules() };
        await using var store = await RealStore.OpenAsync(site, now: "2026-11-24T12:30+01:00");
        Assert.AreEqual(new PresenceAhead(null, IsJudged: false), await store.Get<PresenceCalendar>().LookAheadAsync(site));

        await store.Get<StaffingService>().AbsentAsync(site, "poste-2", Monday.AddDays(2), Monday.AddDays(2), "leave");

        var ahead = await store.Get<PresenceCalendar>().LookAheadAsync(site);
        Assert.AreEqual("haute-marne/poste-2/chaumont/2026-11-25/afternoon", ahead.NextGap?.Uncovered?.Id.ToString());
        Assert.IsFalse(ahead.IsJudged);
    }

    [TestMethod]
    public async Task Digest_of_a_week_names_no_worker()
    {
        await using var store = await RealStore.OpenAsync();
        await store.Get<StaffingService>().NameAsync(HauteMarne, "poste-1", "Camille Exemple", Monday.AddDays(-100));
        await store.Get<StaffingService>().AbsentAsync(HauteMarne, "poste-1", Monday, Monday, "illness");

        var summary = await store.Get<PresenceCalendar>().SummariseAsync(HauteMarne, IsoWeek.Of(Monday));

        Assert.AreEqual((20, 18, 0), (summary.Promised, summary.Planned, summary.Held));
        CollectionAssert.AreEqual(new[] { "Commissariat de saint-dizier\u202f: personne lundi 23 novembre." }, summary.Warnings.ToArray());
    }
}
