namespace Modular.Sites.Tests.Checking;

[TestClass]
public sealed class ScheduleTests
{
    [TestMethod]
    [DataRow("year", "monday", "15 January")]
    [DataRow("year", "day 31", "15 January")]
    [DataRow("quarter", "monday", "day 5")]
    [DataRow("quarter", "15 January", "day 5")]
    [DataRow("month", "friday", "day 5")]
    [DataRow("month", "1 March", "day 5")]
    [DataRow("week", "day 5", "monday")]
    [DataRow("week", "15 January", "monday")]
    public void A_schedule_that_rings_too_often_or_too_seldom_for_its_period_is_refused(string period, string on, string example) => Broken.Expect(
        "reports/annuel.json",
        "\"period\": \"year\", \"comparedWith\": \"year_before\",\n  \"schedule\": { \"on\": \"15 January\"",
        $"\"period\": \"{period}\",\n  \"schedule\": {{ \"on\": ▸\"{on}\"",
        $"A report of kind {period} is not made on \"{on}\": write for instance \"{example}\".");

    [TestMethod]
    [DataRow("year", "31 December")]
    [DataRow("quarter", "day 10")]
    [DataRow("month", "day 31")]
    [DataRow("week", "sunday")]
    public void A_schedule_of_its_period_is_right(string period, string on) => Broken.ExpectRight(
        "reports/annuel.json",
        "\"period\": \"year\", \"comparedWith\": \"year_before\",\n  \"schedule\": { \"on\": \"15 January\"",
        $"\"period\": \"{period}\",\n  \"schedule\": {{ \"on\": \"{on}\"");

    [TestMethod]
    [DataRow("year", "01 January")]
    [DataRow("year", "29 February")]
    [DataRow("month", "day 05")]
    [DataRow("month", "day 32")]
    [DataRow("week", "Monday")]
    public void A_day_that_the_clock_would_not_know_is_refused(string period, string on) => Broken.Expect(
        "reports/annuel.json",
        "\"period\": \"year\", \"comparedWith\": \"year_before\",\n  \"schedule\": { \"on\": \"15 January\"",
        $"\"period\": \"{period}\",\n  \"schedule\": {{ \"on\": ▸\"{on}\"",
        $"\"{on}\" is not one of 15 January, day 31 or monday.");

    [TestMethod]
    public void A_report_of_every_day_is_none_since_no_period_is_a_day() => Broken.Expect(
        "reports/annuel.json", "\"on\": \"15 January\"", "\"on\": ▸\"daily\"", "\"daily\" is not one of 15 January, day 31 or monday.");
}
