using Modular.Presence.Cover;
using Modular.Presence.Days;
using Modular.Sites;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Cover;

[TestClass]
public sealed class PromisedHalfDaysTests
{
    [TestMethod]
    public void Promise_stands_on_the_days_of_the_pattern()
    {
        var promised = PromisedHalfDays.Of(HauteMarne, IsoWeek.Of(Monday));

        Assert.HasCount(20, promised);
        CollectionAssert.AreEqual(
            new[] { "Monday", "Monday", "Tuesday", "Wednesday", "Thursday" },
            promised.Where(halfDay => halfDay.Station == "chaumont").Select(halfDay => halfDay.Day.DayOfWeek.ToString()).ToArray());
    }

    [TestMethod]
    public void Holiday_takes_its_half_days_away_and_nothing_is_made_up_for() =>
        Assert.HasCount(17, PromisedHalfDays.Of(HauteMarne, IsoWeek.Of(Day("2026-12-25"))));

    [TestMethod]
    public void Week_that_is_off_owes_what_is_promised_on_working_days()
    {
        var site = Site(
            [Weekly("poste-1", "paris", ("monday", "day"), ("tuesday", "day")) with { Every = 2, Anchor = Monday }], promised: new() { ["paris"] = 2 });

        CollectionAssert.AreEqual(new[] { Monday, Monday }, Days(site, Monday));
        CollectionAssert.AreEqual(new[] { Monday.AddDays(7), Monday.AddDays(8) }, Days(site, Monday.AddDays(7)));
    }

    [TestMethod]
    public void Promise_begins_with_the_first_pattern()
    {
        var site = Site(
            [Weekly("poste-1", "paris", ("tuesday", "day"), ("thursday", "day")) with { From = Monday.AddDays(2) }], promised: new() { ["paris"] = 4 });

        Assert.IsEmpty(Days(site, Monday.AddDays(-7)));
        CollectionAssert.AreEqual(new[] { Monday.AddDays(3), Monday.AddDays(3) }, Days(site, Monday));
        Assert.HasCount(4, Days(site, Monday.AddDays(7)));
    }

    [TestMethod]
    public void Year_counts_its_own_days_of_the_week_that_it_shares()
    {
        var december = PromisedHalfDays.Between(HauteMarne, Day("2026-12-28"), Day("2026-12-31"));
        var january = PromisedHalfDays.Between(HauteMarne, Day("2027-01-01"), Day("2027-01-03"));

        Assert.HasCount(17, december);
        Assert.IsEmpty(january, "the only half-days of that week that fall in January are those of New Year's Day");
    }

    private static DateOnly[] Days(LoadedSite site, DateOnly day) => [.. PromisedHalfDays.Of(site, IsoWeek.Of(day)).Select(promised => promised.Day)];
}
