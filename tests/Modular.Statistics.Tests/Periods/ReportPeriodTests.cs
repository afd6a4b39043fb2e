using Modular.Contracts.Reports;
using Modular.Statistics.Periods;

namespace Modular.Statistics.Tests.Periods;

[TestClass]
public sealed class ReportPeriodTests
{
    [TestMethod]
    [DataRow("2024", "2024-01-01", "2024-12-31", "année 2024", "2023")]
    [DataRow("2024-Q3", "2024-07-01", "2024-09-30", "3e trimestre 2024", "2024-Q2")]
    [DataRow("2024-Q1", "2024-01-01", "2024-03-31", "1er trimestre 2024", "2023-Q4")]
    [DataRow("2024-02", "2024-02-01", "2024-02-29", "février 2024", "2024-01")]
    [DataRow("2024-W48", "2024-11-25", "2024-12-01", "semaine 48 (25 novembre – 1er décembre 2024)", "2024-W47")]
    [DataRow("2026-W48", "2026-11-23", "2026-11-29", "semaine 48 (23–29 novembre 2026)", "2026-W47")]
    [DataRow("2021-W01", "2021-01-04", "2021-01-10", "semaine 1 (4–10 janvier 2021)", "2020-W53")]
    public void Periods_know_their_days_their_name_and_the_one_before(string code, string from, string to, string name, string previous)
    {
        Assert.IsTrue(ReportPeriod.TryParse(code, out var period));
        Assert.AreEqual(
            (from, to, name, previous, code), ($"{period.From:yyyy-MM-dd}", $"{period.To:yyyy-MM-dd}", period.Name, period.Previous.Code, period.Code));
    }

    [TestMethod]
    [DataRow("2024", "2023")]
    [DataRow("2024-Q3", "2023-Q3")]
    [DataRow("2024-02", "2023-02")]
    [DataRow("2024-W48", "2023-W48")]
    [DataRow("2020-W53", "2019-W52")]
    public void A_year_before_is_the_same_period_and_week_53_falls_back_to_52(string code, string before)
    {
        Assert.IsTrue(ReportPeriod.TryParse(code, out var period));
        Assert.AreEqual(before, period.YearBefore.Code);
    }

    [TestMethod]
    [DataRow("2024-W53")]
    [DataRow("2024-W00")]
    [DataRow("2024-13")]
    [DataRow("2024-Q5")]
    [DataRow("24")]
    [DataRow("2024-1")]
    [DataRow("")]
    [DataRow(null)]
    [DataRow("2024; rm")]
    public void What_is_no_period_is_refused(string? text) => Assert.IsFalse(ReportPeriod.TryParse(text, out _));

    [TestMethod]
    public void Week_spanning_new_year_belongs_to_the_year_of_its_thursday() =>
        Assert.AreEqual("2025-W01", ReportPeriod.Containing(PeriodKind.Week, new DateOnly(2024, 12, 31)).Code);

    [TestMethod]
    [DataRow(PeriodKind.Week, "2024-11-25", "2024-W47")]
    [DataRow(PeriodKind.Month, "2024-03-31", "2024-02")]
    [DataRow(PeriodKind.Quarter, "2025-01-15", "2024-Q4")]
    [DataRow(PeriodKind.Year, "2025-01-15", "2024")]
    public void The_last_whole_period_is_over_before_the_day(PeriodKind kind, string day, string expected) =>
        Assert.AreEqual(expected, ReportPeriod.LastWholeBefore(kind, DateOnly.ParseExact(day, "yyyy-MM-dd")).Code);

    [TestMethod]
    [DataRow("2024", "de l’année 2024")]
    [DataRow("2024-04", "d’avril 2024")]
    [DataRow("2024-11", "de novembre 2024")]
    [DataRow("2024-Q2", "du 2e trimestre 2024")]
    public void Its_name_stands_in_a_sentence(string code, string expected)
    {
        Assert.IsTrue(ReportPeriod.TryParse(code, out var period));
        Assert.AreEqual(expected, period.OfName);
    }
}
