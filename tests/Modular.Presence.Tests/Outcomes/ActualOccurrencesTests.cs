using Modular.Contracts.Presence;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Outcomes;

[TestClass]
public sealed class ActualOccurrencesTests
{
    private static readonly OccurrenceId First = Morning("poste-1", "saint-dizier", Monday);

    [TestMethod]
    public void One_occurrence_skipped_leaves_the_next_week_as_it_was()
    {
        var weeks = HauteMarne.Between(Monday, Monday.AddDays(13), Marked(First, OutcomeKind.Skipped) with { Reason = "meeting" });

        var skipped = weeks.Single(occurrence => occurrence.State != PresenceState.Planned);
        Assert.AreEqual(First, skipped.Id);
        Assert.AreEqual("meeting", skipped.Reason);
        Assert.HasCount(40, weeks);
    }

    [TestMethod]
    public void Moved_occurrence_stands_on_its_new_day_and_no_longer_on_the_old()
    {
        var target = new Shift(Monday.AddDays(8), DayPart.Of(HalfDay.Afternoon), Hours("14:00-17:30"));
        var outcome = Marked(First, OutcomeKind.Moved) with { MovedTo = target };

        var before = HauteMarne.Between(Monday, Monday, outcome).Single(occurrence => occurrence.Id == First);
        var after = HauteMarne.Between(target.Day, target.Day, outcome).Single(occurrence => occurrence.MovedFrom == First);

        Assert.AreEqual(PresenceState.Moved, before.State);
        Assert.AreEqual(after.Id, before.MovedTo);
        Assert.IsTrue(after.Stands);
        Assert.AreEqual(new TimeOnly(14, 0), TimeOnly.FromDateTime(after.Start.DateTime));
    }

    [TestMethod]
    public void Moved_occurrence_can_be_marked_held_where_it_went()
    {
        var moved = Marked(First, OutcomeKind.Moved) with { MovedTo = new Shift(Monday.AddDays(1), DayPart.Of(HalfDay.Morning), Hours("09:00-12:00")) };
        var held = Marked(Morning("poste-1", "saint-dizier", Monday.AddDays(1)), OutcomeKind.Held);

        var tuesday = HauteMarne.Between(Monday.AddDays(1), Monday.AddDays(1), held, moved).Single(occurrence => occurrence.Post == "poste-1");

        Assert.AreEqual(PresenceState.Held, tuesday.State);
        Assert.AreEqual(First, tuesday.MovedFrom);
    }

    [TestMethod]
    public void What_was_held_stays_held_when_the_pattern_no_longer_says_it()
    {
        var wednesdays = Site([Weekly("poste-1", "saint-dizier", ("wednesday", "day"))]);

        var monday = wednesdays.Between(Monday, Monday, Marked(First, OutcomeKind.Held)).Single();

        Assert.AreEqual(PresenceState.Held, monday.State);
        Assert.AreEqual(new TimeOnly(9, 0), TimeOnly.FromDateTime(monday.Start.DateTime));
    }

    [TestMethod]
    [DataRow(OutcomeKind.Skipped)]
    [DataRow(OutcomeKind.Uncovered)]
    [DataRow(OutcomeKind.Planned)]
    public void That_nobody_comes_goes_with_the_pattern(OutcomeKind kind) =>
        Assert.IsEmpty(Site([Weekly("poste-1", "saint-dizier", ("wednesday", "day"))]).Between(Monday, Monday, Marked(First, kind)));

    [TestMethod]
    public void Added_half_day_stands_until_it_is_taken_back()
    {
        var saturday = Marked(Morning("poste-1", "saint-dizier", Monday.AddDays(5)), OutcomeKind.Planned);

        Assert.AreEqual(PresenceState.Planned, HauteMarne.Between(Monday.AddDays(5), Monday.AddDays(5), saturday with { Added = true }).Single().State);
        Assert.IsEmpty(HauteMarne.Between(Monday.AddDays(5), Monday.AddDays(5), saturday));
    }

    [TestMethod]
    public void Half_day_held_on_a_public_holiday_was_held()
    {
        var christmas = Morning("poste-1", "saint-dizier", Day("2026-12-25"));

        var occurrence = HauteMarne.Between(christmas.Day, christmas.Day, Marked(christmas, OutcomeKind.Held)).Single(found => found.Id == christmas);

        Assert.AreEqual(PresenceState.Held, occurrence.State);
    }

    [TestMethod]
    public void Absence_that_ends_on_the_very_day_covers_that_day_and_not_the_next()
    {
        var absence = new Absence(Guid.NewGuid(), "haute-marne", "poste-3", Monday.AddDays(1), Monday.AddDays(2), "leave");

        var away = Week(new PresenceRecords([], [absence], [])).Where(occurrence => occurrence.State == PresenceState.Uncovered).ToList();

        CollectionAssert.AreEquivalent(
            new[] { Monday.AddDays(1), Monday.AddDays(1), Monday.AddDays(2), Monday.AddDays(2) },
            away.Select(occurrence => occurrence.Day).ToArray());
        Assert.IsTrue(away.All(occurrence => occurrence is { Post: "poste-3", Reason: "leave" }));
    }

    [TestMethod]
    public void What_is_said_of_an_occurrence_is_stronger_than_the_absence_of_its_post()
    {
        var absence = new Absence(Guid.NewGuid(), "haute-marne", "poste-1", Monday, Monday, "illness");
        var replaced = Marked(First, OutcomeKind.Replaced) with { ByPost = "poste-2" };

        var monday = Week(new PresenceRecords([replaced], [absence], []))
            .Where(occurrence => occurrence.Post == "poste-1" && occurrence.Day == Monday)
            .ToList();

        Assert.AreEqual(PresenceState.Replaced, monday[0].State);
        Assert.AreEqual(PresenceState.Uncovered, monday[1].State);
    }

    [TestMethod]
    public void Slot_exists_before_anybody_is_named_for_it_and_the_latest_named_holds_it()
    {
        PostHolder[] holders =
        [
            new(Guid.NewGuid(), "haute-marne", "poste-1", "Camille Exemple", Monday.AddDays(1), null),
            new(Guid.NewGuid(), "haute-marne", "poste-1", "Dominique Exemple", Monday.AddDays(4), null),
        ];

        var workers = Week(new PresenceRecords([], [], holders))
            .Where(occurrence => occurrence.Post == "poste-1")
            .DistinctBy(occurrence => occurrence.Day)
            .ToDictionary(occurrence => occurrence.Day.DayOfWeek, occurrence => occurrence.Worker);

        Assert.IsNull(workers[DayOfWeek.Monday]);
        Assert.AreEqual("Camille Exemple", workers[DayOfWeek.Wednesday]);
        Assert.AreEqual("Dominique Exemple", workers[DayOfWeek.Friday]);
    }

    private static IReadOnlyList<Occurrence> Week(PresenceRecords records) => ActualOccurrences.Between(HauteMarne, Monday, Monday.AddDays(6), records);
}
