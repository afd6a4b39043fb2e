using Modular.Contracts.Presence;
using Modular.Contracts.Rules;
using Modular.Presence.Cover;
using Modular.Presence.Days;
using Modular.Presence.Listings;
using Modular.Presence.Outcomes;
using Modular.Sites;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Cover;

[TestClass]
public sealed class PresenceWeekTests
{
    [TestMethod]
    public void Numbers_of_a_week_tell_what_is_promised_planned_and_held()
    {
        var week = WeekOf(
            HauteMarne,
            Monday,
            Marked(Morning("poste-1", "saint-dizier", Monday), OutcomeKind.Held),
            Marked(Morning("poste-1", "saint-dizier", Monday.AddDays(2)), OutcomeKind.Skipped),
            Marked(Morning("poste-1", "saint-dizier", Monday.AddDays(4)), OutcomeKind.Uncovered));

        Assert.AreEqual(
            new StationWeek("saint-dizier", "Commissariat de saint-dizier", Promised: 5, Planned: 3, Held: 1, Uncovered: 1, Skipped: 1, Holiday: 0),
            week.Stations[0]);
        Assert.AreEqual(2, week.Stations[0].Missing);
    }

    [TestMethod]
    public void Rules_of_the_site_see_the_week_in_instants_without_what_nobody_holds()
    {
        var rules = new Listening();
        var site = Site([OnCall("poste-1", "18:00-08:00"), Weekly("poste-2", "paris", ("monday", "morning"))], rules: rules);

        WeekOf(site, Day("2026-10-19"), Marked(Morning("poste-2", "paris", Day("2026-10-19")), OutcomeKind.Uncovered));

        Assert.AreEqual(7 * 24 + 1, (rules.Heard!.End - rules.Heard.Start).TotalHours, "the clocks change that Sunday");
        Assert.HasCount(8, rules.Heard.Spans, "the night of the Sunday before reaches into the week");
        Assert.AreEqual(rules.Heard.Start, rules.Heard.Spans[0].Start);
        Assert.AreEqual(rules.Heard.End, rules.Heard.Spans[^1].End);
        Assert.IsTrue(rules.Heard.Spans.All(span => span is { OnCall: true, Station: null }));
    }

    [TestMethod]
    public void Week_that_the_rules_of_the_site_could_not_judge_is_shown_has_no_gap_and_says_so_without_urgency()
    {
        var site = Site([Weekly("poste-1", "paris", ("monday", "morning"))], rules: new FailingRules());
        var week = WeekOf(site, Monday);

        Assert.HasCount(1, week.Occurrences);
        Assert.IsFalse(week.IsJudged);
        Assert.IsEmpty(week.Gaps);
        Assert.AreEqual(
            new PresenceWarning(false, "La continuité de la présence n’a pas pu être vérifiée cette semaine."), PresenceWarnings.Of(site, week).Single());
        Assert.AreEqual(
            "The rules of the site could not be asked whether the cover of 2026-W48 breaks.",
            TerminalWarnings.Of(week, Monday, Monday.AddDays(1)).Single());
    }

    [TestMethod]
    public void Warnings_say_first_what_cannot_wait()
    {
        var site = HauteMarne with { Rules = new Listening { Answer = "La présence est interrompue." } };

        var warnings = PresenceWarnings.Of(site, WeekOf(
            site,
            Monday,
            Marked(Morning("poste-1", "saint-dizier", Monday), OutcomeKind.Uncovered),
            Marked(Morning("poste-1", "saint-dizier", Monday.AddDays(4)), OutcomeKind.Uncovered),
            Marked(Morning("poste-2", "chaumont", Monday.AddDays(1)), OutcomeKind.Uncovered),
            Marked(Morning("poste-3", "andelot", Monday.AddDays(1)), OutcomeKind.Skipped),
            Marked(Morning("poste-3", "joinville", Monday), OutcomeKind.Replaced) with { ByPost = "poste-2" }));

        CollectionAssert.AreEqual(
            new[]
            {
                "La présence est interrompue.",
                "Poste 2\u202f: deux lieux à la fois lundi 23 novembre, Commissariat de chaumont et Commissariat de joinville.",
                "Commissariat de saint-dizier\u202f: 2 permanences que personne n’assure, de lundi 23 novembre à vendredi 27 novembre.",
                "Commissariat de chaumont\u202f: personne mardi 24 novembre, matin.",
                "Commissariat de andelot\u202f: 3 demi-journées prévues pour 4 promises.",
            },
            warnings.Select(warning => warning.Sentence).ToArray());
        CollectionAssert.AreEqual(new[] { true, true, false, false, false }, warnings.Select(warning => warning.Urgent).ToArray());
    }

    private static PresenceWeek WeekOf(LoadedSite site, DateOnly day, params OccurrenceOutcome[] outcomes)
    {
        var week = IsoWeek.Of(day);
        return PresenceWeek.Of(site, week, site.Between(week.Monday.AddDays(-1), week.Sunday, outcomes));
    }

    private sealed class Listening : SiteRules
    {
        public WeekCover? Heard { get; private set; }

        public string? Answer { get; init; }

        public override IEnumerable<CoverGap> JudgeWeek(WeekCover week)
        {
            Heard = week;
            return Answer is null ? [] : [new CoverGap(week.Start, week.End, Answer)];
        }
    }
}
