using System.Globalization;
using Modular.Contracts.Presence;
using Modular.Contracts.Wording;

namespace Modular.Sites.Tests.Wording;

[TestClass]
public sealed class FrenchTimeTests
{
    [TestMethod]
    [DataRow("2026-11-23", "2026-11-29", "23–29 novembre 2026")]
    [DataRow("2026-06-01", "2026-06-07", "1er–7 juin 2026")]
    [DataRow("2026-11-30", "2026-12-06", "30 novembre – 6 décembre 2026")]
    [DataRow("2026-12-28", "2027-01-03", "28 décembre 2026 – 3 janvier 2027")]
    [DataRow("2026-10-26", "2026-11-01", "26 octobre – 1er novembre 2026")]
    public void Days_that_follow_are_told_by_the_first_and_the_last(string from, string to, string said) =>
        Assert.AreEqual(said, FrenchTime.Days(Day(from), Day(to)));

    [TestMethod]
    public void The_first_of_a_month_is_an_ordinal_and_the_others_are_not()
    {
        Assert.AreEqual("mardi 1er décembre", FrenchTime.WeekDay(new(2026, 12, 1)));
        Assert.AreEqual("1er janvier 2027", FrenchTime.Day(new(2027, 1, 1)));
        Assert.AreEqual("lundi 23 novembre", FrenchTime.WeekDay(new(2026, 11, 23)));
        Assert.AreEqual("décembre 2026", FrenchTime.Month(new(2026, 12, 1)));
    }

    [TestMethod]
    public void Every_day_of_the_week_and_every_month_has_its_name()
    {
        Assert.AreEqual("dimanche lundi mardi mercredi jeudi vendredi samedi", string.Join(' ', Enum.GetValues<DayOfWeek>().Select(FrenchTime.NameOf)));
        Assert.AreEqual(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            string.Join(' ', Enumerable.Range(1, 12).Select(FrenchTime.MonthName)));
    }

    [TestMethod]
    public void An_hour_does_not_break_and_says_no_minutes_that_are_none()
    {
        Assert.AreEqual("9\u00A0h", FrenchTime.Hour(new(9, 0)));
        Assert.AreEqual("17\u00A0h\u00A005", FrenchTime.Hour(new(17, 5)));
        Assert.AreEqual("9\u00A0h\u00A000", FrenchTime.Clock(new(9, 0)));
    }

    [TestMethod]
    public void Hours_are_told_by_their_ends_and_a_whole_day_by_its_name()
    {
        Assert.AreEqual("de 9\u00A0h à 12\u00A0h\u00A030", FrenchTime.Hours(new TimeRange(new(9, 0), new(12, 30))));
        Assert.AreEqual("jour et nuit", FrenchTime.Hours(new TimeRange(new(8, 0), new(8, 0))));
    }

    [TestMethod]
    public void A_moment_has_its_day_and_what_the_clock_showed()
    {
        var moment = new DateTimeOffset(2026, 11, 26, 3, 5, 0, TimeSpan.FromHours(1));
        Assert.AreEqual("26 nov. 2026, 3\u00A0h\u00A005", FrenchTime.Moment(moment));
        Assert.AreEqual("jeu. 26 nov. 2026, 3\u00A0h\u00A005", FrenchTime.WeekDayMoment(moment));
    }

    [TestMethod]
    [DataRow("2026-11-26 08:05", "à\u00A08\u00A0h\u00A005")]
    [DataRow("2026-11-25 16:12", "hier à\u00A016\u00A0h\u00A012")]
    [DataRow("2026-11-20 09:00", "vendredi à\u00A09\u00A0h")]
    [DataRow("2026-11-19 09:00", "le 19 novembre à\u00A09\u00A0h")]
    [DataRow("2026-11-01 23:59", "le 1er novembre à\u00A023\u00A0h\u00A059")]
    public void The_nearer_an_instant_the_fewer_words(string then, string said) => Assert.AreEqual(said, FrenchTime.Lately(
        DateTimeOffset.Parse(then + " +01:00", CultureInfo.InvariantCulture),
        new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.FromHours(1))));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
