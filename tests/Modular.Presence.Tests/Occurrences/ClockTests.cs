using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Occurrences;

/// <summary>Hours are the wall clock's, whatever the clock does.</summary>
[TestClass]
public sealed class ClockTests
{
    [TestMethod]
    [DataRow("2026-03-28", "22:00-06:00", 7)]
    [DataRow("2026-10-24", "22:00-06:00", 9)]
    [DataRow("2026-03-29", "00:00-00:00", 23)]
    [DataRow("2026-10-25", "00:00-00:00", 25)]
    [DataRow("2026-11-21", "22:00-06:00", 8)]
    public void Night_when_the_clocks_change_is_an_hour_shorter_or_longer(string day, string hours, int expected)
    {
        var night = Site([OnCall("poste-1", hours)]).Between(Day(day), Day(day)).Single();

        Assert.AreEqual(expected, (night.End - night.Start).TotalHours);
    }

    [TestMethod]
    public void Hour_that_the_spring_night_does_not_have_is_read_as_before_the_change()
    {
        var early = Site([Weekly("poste-1", "paris", ("sunday", "02:30-06:00"))]).Between(Day("2026-03-29"), Day("2026-03-29")).Single();

        Assert.AreEqual("2026-03-29T03:30:00.0000000+02:00", early.Start.ToString("O"));
        Assert.AreEqual("haute-marne/poste-1/paris/2026-03-29/0230", early.Id.ToString());
    }

    [TestMethod]
    public void Hour_that_the_autumn_night_has_twice_is_the_first_so_that_two_shifts_join()
    {
        var site = Site([OnCall("poste-1", "20:00-02:30"), OnCall("poste-2", "02:30-08:00")]);

        var evening = site.Between(Day("2026-10-24"), Day("2026-10-24"))[^1];
        var morning = site.Between(Day("2026-10-25"), Day("2026-10-25"))[0];

        Assert.AreEqual(evening.End, morning.Start);
        Assert.AreEqual(TimeSpan.FromHours(2), morning.Start.Offset);
    }

    [TestMethod]
    public void Morning_in_La_Reunion_begins_three_hours_before_that_of_Paris_in_winter()
    {
        var patterns = new[] { Weekly("poste-1", "saint-denis", ("monday", "morning")) };
        var reunion = Site(patterns, "Indian/Reunion").Between(Monday, Monday).Single();
        var paris = Site(patterns).Between(Monday, Monday).Single();

        Assert.AreEqual("2026-11-23T09:00:00.0000000+04:00", reunion.Start.ToString("O"));
        Assert.AreEqual(TimeSpan.FromHours(3), paris.Start - reunion.Start);
    }
}
