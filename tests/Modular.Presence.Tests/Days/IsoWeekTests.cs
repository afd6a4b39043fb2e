using Modular.Presence.Days;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Days;

[TestClass]
public sealed class IsoWeekTests
{
    [TestMethod]
    [DataRow("2024-12-30", "2025-W01")]
    [DataRow("2026-12-31", "2026-W53")]
    [DataRow("2027-01-03", "2026-W53")]
    [DataRow("2027-01-04", "2027-W01")]
    [DataRow("2026-11-29", "2026-W48")]
    public void Week_spanning_new_year_belongs_to_the_year_of_its_thursday(string day, string week) =>
        Assert.AreEqual(week, IsoWeek.Of(Day(day)).ToString());

    [TestMethod]
    public void After_week_53_comes_week_1()
    {
        Assert.IsTrue(IsoWeek.TryParse("2026-W53", out var week));
        Assert.AreEqual("2027-W01", week.Next.ToString());
        Assert.AreEqual("2026-W53", week.Next.Previous.ToString());
    }

    [TestMethod]
    [DataRow("2025-W53")]
    [DataRow("2026-W00")]
    [DataRow("2026-48")]
    [DataRow("2026-W4")]
    [DataRow("20261-W48")]
    [DataRow("2026-W48-1")]
    [DataRow("9999-W52")]
    [DataRow("")]
    [DataRow(null)]
    public void Week_that_does_not_exist_is_not_read(string? text) => Assert.IsFalse(IsoWeek.TryParse(text, out _));

    [TestMethod]
    public void Weeks_between_two_days_are_all_that_have_one_of_them() =>
        CollectionAssert.AreEqual(
            new[] { "2026-W53", "2027-W01" }, IsoWeek.Between(Day("2027-01-03"), Day("2027-01-04")).Select(week => week.ToString()).ToArray());
}
