using Modular.Contracts.Wording;
using Modular.Presence.Days;
using Modular.Presence.Listings;

namespace Modular.Presence.Tests.Listings;

[TestClass]
public sealed class FrenchTests
{
    [TestMethod]
    [DataRow("2026-11-23", "23–29 novembre 2026")]
    [DataRow("2026-06-01", "1er–7 juin 2026")]
    [DataRow("2026-11-30", "30 novembre – 6 décembre 2026")]
    [DataRow("2026-12-28", "28 décembre 2026 – 3 janvier 2027")]
    [DataRow("2026-10-26", "26 octobre – 1er novembre 2026")]
    public void A_week_is_told_by_its_days(string monday, string said) =>
        Assert.AreEqual(said, French.Span(IsoWeek.Of(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture))));

    [TestMethod]
    public void The_first_of_a_month_is_an_ordinal_and_the_others_are_not()
    {
        Assert.AreEqual("mardi 1er décembre", FrenchTime.WeekDay(new(2026, 12, 1)));
        Assert.AreEqual("1er janvier 2027", FrenchTime.Day(new(2027, 1, 1)));
        Assert.AreEqual("lundi 23 novembre", FrenchTime.WeekDay(new(2026, 11, 23)));
    }

    [TestMethod]
    public void An_hour_does_not_break_and_says_no_minutes_that_are_none()
    {
        Assert.AreEqual("9\u00A0h", FrenchTime.Hour(new(9, 0)));
        Assert.AreEqual("17\u00A0h\u00A005", FrenchTime.Hour(new(17, 5)));
    }
}
