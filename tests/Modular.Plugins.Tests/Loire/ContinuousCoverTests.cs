using Modular.Contracts.Presence;
using Modular.Sites;

namespace Modular.Plugins.Tests.Loire;

[TestClass]
public sealed class ContinuousCoverTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("Loire");

    [TestMethod]
    [DataRow("2026-11-23", 168)]
    [DataRow("2026-03-23", 167)]
    [DataRow("2026-10-19", 169)]
    public void Week_on_call_day_and_night_has_no_break_whatever_the_clocks_do(string monday, int hours)
    {
        var week = Week(monday, day => OnCall(day));
        Assert.AreEqual(hours, (week.End - week.Start).TotalHours);
        Assert.IsEmpty(Site.Rules.JudgeWeek(week));
    }

    [TestMethod]
    [DataRow("2026-11-23", 24)]
    [DataRow("2026-03-23", 23)]
    [DataRow("2026-10-19", 25)]
    public void Sunday_without_anybody_is_as_long_as_that_day_is(string monday, int hours)
    {
        var week = Week(monday, day => day.DayOfWeek == DayOfWeek.Sunday ? [] : OnCall(day));
        var gap = Site.Rules.JudgeWeek(week).Single();
        Assert.AreEqual(hours, (gap.End - gap.Start).TotalHours);
        Assert.AreEqual(week.End, gap.End);
    }

    [TestMethod]
    public void Break_is_said_in_local_hours()
    {
        var week = Week("2026-11-23", day => day.DayOfWeek == DayOfWeek.Wednesday ? [Span(day, "00:00", "09:00"), Span(day, "12:30", "00:00")] : OnCall(day));
        Assert.AreEqual(
            "Personne du mercredi 25 novembre, 9\u00A0h au mercredi 25 novembre, 12\u00A0h\u00A030\u202f: une plainte pour violences conjugales ne serait pas "
                + "assistée.",
            Site.Rules.JudgeWeek(week).Single().Sentence);
    }

    [TestMethod]
    public void Night_on_which_an_hour_comes_twice_is_broken_when_only_one_of_them_is_held()
    {
        // On 25 October 2026, 02:00–03:00 comes twice: the duty that ends at the first 03:00 leaves the second 02:00–03:00 open.
        var monday = Local(new DateOnly(2026, 10, 19), "00:00");
        var summer = new DateTimeOffset(2026, 10, 25, 3, 0, 0, TimeSpan.FromHours(2));
        var winter = new DateTimeOffset(2026, 10, 25, 3, 0, 0, TimeSpan.FromHours(1));
        var end = Local(new DateOnly(2026, 10, 26), "00:00");
        var gap = Site.Rules.JudgeWeek(
            new WeekCover(monday, end, [new("poste-firminy", null, monday, summer, true), new("poste-roanne", null, winter, end, true)])).Single();
        Assert.AreEqual(TimeSpan.FromHours(1), gap.End - gap.Start);
    }

    [TestMethod]
    public void Every_break_of_the_week_is_told()
    {
        var week = Week("2026-11-23", day => [Span(day, "09:00", "12:00"), Span(day, "14:00", "17:30")]);
        var gaps = Site.Rules.JudgeWeek(week).ToList();
        Assert.HasCount(15, gaps);
        Assert.AreEqual(7 * 6.5, (week.End - week.Start).TotalHours - gaps.Sum(gap => (gap.End - gap.Start).TotalHours));
    }

    [TestMethod]
    public void Short_presence_inside_a_long_one_opens_no_break()
    {
        var week = Week("2026-11-23", day => [.. OnCall(day), Span(day, "09:00", "12:00"), Span(day, "10:00", "10:30")]);
        Assert.IsEmpty(Site.Rules.JudgeWeek(week));
    }

    [TestMethod]
    public void Duty_begun_the_week_before_covers_its_end()
    {
        var week = Week(
            "2026-11-23", day => day.DayOfWeek == DayOfWeek.Monday ? [Span(day.AddDays(-1), "18:00", "00:00"), Span(day, "00:00", "00:00")] : OnCall(day));
        Assert.IsEmpty(Site.Rules.JudgeWeek(week));
    }

    [TestMethod]
    public void Nothing_was_promised_before_the_first_of_November_2020()
    {
        Assert.IsEmpty(Site.Rules.JudgeWeek(Week("2020-10-19", _ => [])));
        var gap = Site.Rules.JudgeWeek(Week("2020-10-26", _ => [])).Single();
        Assert.AreEqual(Local(new DateOnly(2020, 11, 1), "00:00"), gap.Start);
        Assert.AreEqual(24, (gap.End - gap.Start).TotalHours);
    }

    private static WeekCover Week(string monday, Func<DateOnly, IEnumerable<CoverSpan>> held)
    {
        var first = DateOnly.ParseExact(monday, "yyyy-MM-dd");
        return new(
            Local(first, "00:00"), Local(first.AddDays(7), "00:00"),
            [.. Enumerable.Range(0, 7).SelectMany(day => held(first.AddDays(day))).OrderBy(span => span.Start)]);
    }

    private static IEnumerable<CoverSpan> OnCall(DateOnly day) => [Span(day, "00:00", "00:00")];

    private static CoverSpan Span(DateOnly day, string from, string to) =>
        new("poste-roanne", null, Local(day, from), Local(to == "00:00" ? day.AddDays(1) : day, to), true);

    private static DateTimeOffset Local(DateOnly day, string hour)
    {
        var local = day.ToDateTime(TimeOnly.ParseExact(hour, "HH:mm"));
        return new DateTimeOffset(local, Site.Zone.GetUtcOffset(local));
    }
}
