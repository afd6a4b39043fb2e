using Modular.Contracts.Presence;
using Modular.Presence.Occurrences;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Occurrences;

[TestClass]
public sealed class PatternExpansionTests
{
    [TestMethod]
    public void Haute_Marne_holds_its_twenty_published_half_days()
    {
        var table = HauteMarne.Between(Monday, Monday.AddDays(6))
            .GroupBy(occurrence => (occurrence.Station, occurrence.Day.DayOfWeek))
            .ToDictionary(cell => cell.Key, cell => string.Join('+', cell.Select(occurrence => occurrence.Id.DayPart)));

        Assert.AreEqual(20, HauteMarne.Between(Monday, Monday.AddDays(6)).Count);
        Assert.AreEqual("morning+afternoon", table[("saint-dizier", DayOfWeek.Wednesday)]);
        Assert.AreEqual("morning", table[("saint-dizier", DayOfWeek.Friday)]);
        Assert.AreEqual("afternoon", table[("chaumont", DayOfWeek.Wednesday)]);
        Assert.IsFalse(table.ContainsKey(("chaumont", DayOfWeek.Friday)));
    }

    [TestMethod]
    public void Public_holiday_closes_the_stations_that_day_alone()
    {
        var week = HauteMarne.Between(Day("2026-12-21"), Day("2026-12-27"));

        Assert.HasCount(20, week);
        Assert.IsTrue(week.All(occurrence => (occurrence.State == PresenceState.Holiday) == (occurrence.Day == Day("2026-12-25"))));
        Assert.AreEqual("Noël", week[^1].Holiday);
    }

    [TestMethod]
    public void Station_open_on_holidays_and_duty_by_telephone_are_not_closed()
    {
        var site = Site(
            [Weekly("poste-1", "paris", ("friday", "morning")), Weekly("poste-2", "brest", ("friday", "morning")), OnCall("poste-3", "18:00-08:00")]);
        site = site with { Presence = site.Presence with { OpenOnHolidays = ["brest"] } };

        var christmas = site.Between(Day("2026-12-25"), Day("2026-12-25")).ToDictionary(occurrence => occurrence.Post, occurrence => occurrence.State);

        Assert.AreEqual(PresenceState.Holiday, christmas["poste-1"]);
        Assert.AreEqual(PresenceState.Planned, christmas["poste-2"]);
        Assert.AreEqual(PresenceState.Planned, christmas["poste-3"]);
    }

    [TestMethod]
    public void Alternate_weeks_alternate_across_new_year_and_week_53()
    {
        var site = Site([Weekly("poste-1", "paris", ("tuesday", "morning")) with { Every = 2, Anchor = Day("2026-12-18") }]);

        CollectionAssert.AreEqual(
            new[] { "2026-12-01", "2026-12-15", "2026-12-29", "2027-01-12", "2027-01-26" },
            Days(site, "2026-12-01", "2027-02-01"));
    }

    [TestMethod]
    public void Last_weekday_of_the_month_is_the_last_even_on_29_February()
    {
        var last = Site([Weekly("poste-1", "paris", ("tuesday", "morning")) with { Nth = -1 }]);
        var fifth = Site([Weekly("poste-1", "paris", ("tuesday", "morning")) with { Nth = 5 }]);
        var first = Site([Weekly("poste-1", "paris", ("tuesday", "morning")) with { Nth = 1 }]);

        CollectionAssert.AreEqual(new[] { "2028-01-25", "2028-02-29", "2028-03-28" }, Days(last, "2028-01-01", "2028-03-31"));
        CollectionAssert.AreEqual(new[] { "2028-02-29" }, Days(fifth, "2028-01-01", "2028-03-31"));
        CollectionAssert.AreEqual(new[] { "2028-01-04", "2028-02-01", "2028-03-07" }, Days(first, "2028-01-01", "2028-03-31"));
    }

    [TestMethod]
    public void Validity_includes_its_first_and_its_last_day()
    {
        var site = Site(
            [
                Weekly(
                    "poste-1",
                    "paris",
                    ("monday", "morning"),
                    ("tuesday", "morning"),
                    ("wednesday", "morning"),
                    ("thursday", "morning")) with { From = Monday.AddDays(1), To = Monday.AddDays(2) },
            ]);

        CollectionAssert.AreEqual(new[] { "2026-11-24", "2026-11-25" }, Days(site, "2026-11-01", "2026-12-31"));
    }

    [TestMethod]
    public void Hours_past_midnight_end_on_the_next_day_and_belong_to_the_first()
    {
        var night = Site([Weekly("poste-1", "paris", ("sunday", "20:30-02:00"))]).Between(Day("2026-11-29"), Day("2026-11-30")).Single();

        Assert.AreEqual("haute-marne/poste-1/paris/2026-11-29/2030", night.Id.ToString());
        Assert.AreEqual(Instant("2026-11-30T02:00+01:00"), night.End);
        CollectionAssert.AreEqual(new[] { HalfDay.Afternoon }, night.CountsFor.ToArray());
    }

    [TestMethod]
    [DataRow("08:30-12:30", "Morning")]
    [DataRow("10:00-16:00", "Morning,Afternoon")]
    [DataRow("08:00-18:00", "Morning,Afternoon")]
    [DataRow("11:30-13:30", "Morning")]
    [DataRow("12:15-14:30", "Afternoon")]
    public void Exact_hours_count_for_the_half_days_of_which_they_cover_a_half(string hours, string halfDays) =>
        Assert.AreEqual(halfDays, string.Join(',', Site([Weekly("poste-1", "paris", ("monday", hours))]).Between(Monday, Monday).Single().CountsFor));

    [TestMethod]
    public void Duty_by_telephone_counts_for_no_half_day() =>
        Assert.IsEmpty(Site([OnCall("poste-1", "00:00-00:00")]).Between(Monday, Monday).Single().CountsFor);

    [TestMethod]
    public void Two_lines_that_say_the_same_half_day_say_it_once() =>
        Assert.HasCount(
            1, Site([Weekly("poste-1", "paris", ("monday", "morning")), Weekly("poste-1", "paris", ("monday", "morning"))]).Between(Monday, Monday));

    [TestMethod]
    public void Two_posts_at_one_station_are_two_occurrences() =>
        Assert.HasCount(
            2, Site([Weekly("poste-1", "paris", ("monday", "morning")), Weekly("poste-2", "paris", ("monday", "morning"))]).Between(Monday, Monday));

    private static string[] Days(Modular.Sites.LoadedSite site, string from, string to) =>
        [.. site.Between(Day(from), Day(to)).Select(occurrence => Iso(occurrence.Day))];
}
