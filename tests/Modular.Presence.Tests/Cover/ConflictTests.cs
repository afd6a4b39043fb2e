using Modular.Presence.Cover;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Cover;

[TestClass]
public sealed class ConflictTests
{
    [TestMethod]
    public void Two_posts_at_two_stations_are_no_conflict() =>
        Assert.IsEmpty(Conflict.Among(HauteMarne.Between(Monday, Monday.AddDays(6))));

    [TestMethod]
    public void One_post_at_two_stations_at_one_time_is_a_conflict()
    {
        var site = Site([Weekly("poste-1", "paris", ("monday", "morning")), Weekly("poste-1", "brest", ("monday", "11:30-13:00"))]);

        var conflict = Conflict.Among(site.Between(Monday, Monday)).Single();

        Assert.AreEqual("paris", conflict.First.Station);
        Assert.AreEqual("brest", conflict.Second.Station);
    }

    [TestMethod]
    public void Leaving_one_station_when_the_other_begins_is_no_conflict() =>
        Assert.IsEmpty(
            Conflict.Among(
                Site([Weekly("poste-1", "paris", ("monday", "morning")), Weekly("poste-1", "brest", ("monday", "12:00-13:00"))]).Between(Monday, Monday)));

    [TestMethod]
    public void Night_that_reaches_into_the_next_morning_meets_it()
    {
        var site = Site([Weekly("poste-1", "paris", ("monday", "20:00-10:00")), Weekly("poste-1", "brest", ("tuesday", "morning"))]);

        Assert.HasCount(1, Conflict.Among(site.Between(Monday, Monday.AddDays(1))));
    }

    [TestMethod]
    public void Replacement_by_a_post_that_is_elsewhere_is_a_conflict_and_frees_the_one_replaced()
    {
        var replaced = Marked(Morning("poste-1", "saint-dizier", Monday), OutcomeKind.Replaced);

        Assert.HasCount(1, Conflict.Among(HauteMarne.Between(Monday, Monday, replaced with { ByPost = "poste-2" })));
        Assert.IsEmpty(Conflict.Among(HauteMarne.Between(Monday, Monday, replaced with { ByWorker = "Camille Exemple" })));
    }

    [TestMethod]
    public void Skipped_occurrence_is_in_nobodys_way()
    {
        var site = Site([Weekly("poste-1", "paris", ("monday", "morning")), Weekly("poste-1", "brest", ("monday", "morning"))]);

        Assert.IsEmpty(Conflict.Among(site.Between(Monday, Monday, Marked(Morning("poste-1", "paris", Monday), OutcomeKind.Skipped))));
    }

    [TestMethod]
    public void Two_posts_held_by_one_worker_are_one_person()
    {
        PostHolder[] holders =
        [
            new(Guid.NewGuid(), "haute-marne", "poste-1", "Camille Exemple", Monday, null),
            new(Guid.NewGuid(), "haute-marne", "poste-2", "camille exemple ", Monday, null),
        ];

        var monday = ActualOccurrences.Between(HauteMarne, Monday, Monday, new PresenceRecords([], [], holders));

        Assert.HasCount(2, Conflict.Among(monday));
    }

    [TestMethod]
    public void Duty_by_telephone_is_no_place() =>
        Assert.IsEmpty(Conflict.Among(Site([Weekly("poste-1", "paris", ("monday", "morning")), OnCall("poste-1", "00:00-00:00")]).Between(Monday, Monday)));
}
