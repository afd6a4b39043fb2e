using Modular.Contracts.Sites;
using Modular.Presence.Days;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Days;

[TestClass]
public sealed class PublicHolidaysTests
{
    [TestMethod]
    [DataRow("2008-03-24")]
    [DataRow("2024-04-01")]
    [DataRow("2025-04-21")]
    [DataRow("2038-04-26")]
    [DataRow("2076-04-20")]
    [DataRow("2285-03-23")]
    public void Easter_monday_is_computed_for_every_year(string day) =>
        Assert.AreEqual("Lundi de Pâques", PublicHolidays.On(Day(day), HolidayTerritory.Metropole));

    [TestMethod]
    public void Eleven_days_are_closed_in_2026()
    {
        string[] expected =
        [
            "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
            "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
        ];

        CollectionAssert.AreEqual(expected, ClosedDays(2026, HolidayTerritory.Metropole));
    }

    [TestMethod]
    [DataRow(HolidayTerritory.AlsaceMoselle, "2026-04-03,2026-12-26")]
    [DataRow(HolidayTerritory.Guadeloupe, "2026-05-27")]
    [DataRow(HolidayTerritory.Guyane, "2026-06-10")]
    [DataRow(HolidayTerritory.Martinique, "2026-05-22")]
    [DataRow(HolidayTerritory.LaReunion, "2026-12-20")]
    [DataRow(HolidayTerritory.Mayotte, "2026-04-27")]
    public void Territory_adds_its_own_days_and_loses_none(HolidayTerritory territory, string own)
    {
        var metropole = ClosedDays(2026, HolidayTerritory.Metropole);

        CollectionAssert.AreEqual(own.Split(','), ClosedDays(2026, territory).Except(metropole).ToArray());
        Assert.IsEmpty(metropole.Except(ClosedDays(2026, territory)));
    }

    [TestMethod]
    public void Two_holidays_on_one_day_are_both_named() =>
        Assert.AreEqual("Fête du Travail, Ascension", PublicHolidays.On(Day("2008-05-01"), HolidayTerritory.Metropole));

    private static string[] ClosedDays(int year, HolidayTerritory territory) =>
    [
        .. Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays)
            .Where(day => day.Year == year && PublicHolidays.On(day, territory) is not null)
            .Select(Iso),
    ];
}
