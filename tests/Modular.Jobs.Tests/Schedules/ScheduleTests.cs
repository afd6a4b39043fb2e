using System.Globalization;
using Modular.Jobs.Schedules;

namespace Modular.Jobs.Tests.Schedules;

[TestClass]
public sealed class ScheduleTests
{
    [TestMethod]
    [DataRow("day 31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30")]
    [DataRow("day 30", "2026-01-30", "2026-02-28", "2026-03-30", "2026-04-30")]
    [DataRow("day 15", "2026-01-15", "2026-02-15", "2026-03-15", "2026-04-15")]
    [DataRow("15 January", "2026-01-15", "2027-01-15", "2028-01-15", "2029-01-15")]
    [DataRow("29 February", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28")]
    [DataRow("monday", "2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26")]
    [DataRow("daily", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04")]
    public void A_rhythm_falls_due_on_its_days(string on, params string[] days)
    {
        var schedule = At(on, "07:00");
        List<string> due = [];
        for (var at = Instant("2025-12-31T12:00:00Z"); due.Count < 4; at = schedule.Next(at).At)
        {
            due.Add(schedule.Next(at).Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        CollectionAssert.AreEqual(days, due);
    }

    [TestMethod]
    [DataRow("daily")]
    [DataRow("monday")]
    [DataRow("day 31")]
    [DataRow("29 February")]
    public void A_rhythm_is_written_as_it_is_read(string on) => Assert.AreEqual($"{on} 07:00 Europe/Paris", At(on, "07:00").Written);

    [TestMethod]
    [DataRow("tomorrow")]
    [DataRow("day 32")]
    [DataRow("day 0")]
    [DataRow("31 April")]
    [DataRow("15 Janvier")]
    [DataRow("1")]
    [DataRow("monday tuesday")]
    public void What_is_no_rhythm_is_not_read(string on) => Assert.IsNull(Recurrence.Parse(on));

    [TestMethod]
    [DataRow("Europe/Paris", "2026-01-15T06:00:00Z")]
    [DataRow("Indian/Reunion", "2026-01-15T03:00:00Z")]
    [DataRow("America/Guadeloupe", "2026-01-15T11:00:00Z")]
    public void Seven_o_clock_is_the_sites_own(string zone, string instant) =>
        Assert.AreEqual(Instant(instant), At("daily", "07:00", zone).Next(Instant("2026-01-14T12:00:00Z")).At);

    [TestMethod]
    public void Seven_o_clock_stays_seven_o_clock_when_the_hour_changes()
    {
        var schedule = At("daily", "07:00");
        Assert.AreEqual(Instant("2026-03-28T06:00:00Z"), schedule.Next(Instant("2026-03-27T12:00:00Z")).At);
        Assert.AreEqual(Instant("2026-03-29T05:00:00Z"), schedule.Next(Instant("2026-03-28T12:00:00Z")).At);
        Assert.AreEqual(Instant("2026-10-25T06:00:00Z"), schedule.Next(Instant("2026-10-24T12:00:00Z")).At);
    }

    [TestMethod]
    public void The_double_hour_of_autumn_comes_once()
    {
        var schedule = At("daily", "02:30");
        Assert.AreEqual(1, schedule.Between(Instant("2026-10-24T22:00:00Z"), Instant("2026-10-25T12:00:00Z")).Count());
    }

    [TestMethod]
    public void The_hour_that_spring_skips_is_not_lost() =>
        Assert.AreEqual(1, At("daily", "02:30").Between(Instant("2026-03-28T23:00:00Z"), Instant("2026-03-29T12:00:00Z")).Count());

    [TestMethod]
    public void A_due_instant_counts_once_whichever_side_one_looks_from()
    {
        var schedule = At("daily", "07:00");
        var due = Instant("2026-01-15T06:00:00Z");
        Assert.AreEqual(due, schedule.Last(due).At);
        Assert.AreEqual(due, schedule.Between(due.AddSeconds(-1), due).Single().At);
        Assert.IsEmpty(schedule.Between(due, due.AddHours(1)));
    }

    private static Schedule At(string on, string at, string zone = "Europe/Paris") =>
        new(Recurrence.Parse(on)!, TimeOnly.Parse(at, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
