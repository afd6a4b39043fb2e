using Modular.Contracts.Presence;
using Modular.Presence;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;

namespace Modular.Storage.Tests.Presence;

/// <summary>What every presence store does, whatever the database.</summary>
public abstract class PresenceStoreContract
{
    private const string Site = "haute-marne";
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 11, 0, 0, TimeSpan.Zero);

    private protected abstract IPresenceStore Store { get; }

    [TestMethod]
    public async Task Mark_is_read_back_as_it_was_said()
    {
        var outcome = OutcomeOf(Monday) with
        {
            Kind = OutcomeKind.Moved,
            Reason = "leave",
            ByPost = "poste-2",
            ByWorker = "Camille Exemple",
            MovedTo = new Shift(Monday.AddDays(9), DayPart.At(new TimeOnly(20, 30)), new TimeRange(new TimeOnly(20, 30), new TimeOnly(2, 0))),
            Added = true,
        };

        Assert.IsTrue(await Store.SaveAsync(outcome));

        Assert.AreEqual(outcome, (await Store.ReadAsync(Site, Monday, Monday)).Outcomes.Single());
    }

    [TestMethod]
    public async Task Mark_is_read_on_its_own_day_and_on_the_day_it_was_moved_to_and_on_no_other()
    {
        var target = Monday.AddDays(9);
        await Store.SaveAsync(OutcomeOf(Monday) with { Kind = OutcomeKind.Moved, MovedTo = new Shift(target, DayPart.Of(HalfDay.Morning), Hours) });

        Assert.HasCount(1, (await Store.ReadAsync(Site, Monday, Monday)).Outcomes);
        Assert.HasCount(1, (await Store.ReadAsync(Site, target, target)).Outcomes);
        Assert.IsEmpty((await Store.ReadAsync(Site, Monday.AddDays(1), target.AddDays(-1))).Outcomes);
        Assert.IsEmpty((await Store.ReadAsync("pantin", Monday, target)).Outcomes);
    }

    [TestMethod]
    public async Task Second_outcome_takes_the_place_of_the_first()
    {
        await Store.SaveAsync(OutcomeOf(Monday) with { Kind = OutcomeKind.Skipped, Reason = "leave" });

        Assert.IsTrue(await Store.SaveAsync(OutcomeOf(Monday) with { Kind = OutcomeKind.Held, Revision = 2 }));

        var read = (await Store.ReadAsync(Site, Monday, Monday)).Outcomes.Single();
        Assert.AreEqual(OutcomeKind.Held, read.Kind);
        Assert.AreEqual(2, read.Revision);
        Assert.IsNull(read.Reason);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public async Task Mark_made_on_a_revision_that_is_not_the_last_changes_nothing(int revision)
    {
        await Store.SaveAsync(OutcomeOf(Monday) with { Kind = OutcomeKind.Held });

        Assert.IsFalse(await Store.SaveAsync(OutcomeOf(Monday) with { Kind = OutcomeKind.Skipped, Revision = revision }));

        Assert.AreEqual(OutcomeKind.Held, (await Store.ReadAsync(Site, Monday, Monday)).Outcomes.Single().Kind);
    }

    [TestMethod]
    public async Task Marks_added_at_once_leave_what_was_said_before()
    {
        await Store.SaveAsync(OutcomeOf(Monday) with { Kind = OutcomeKind.Skipped, Reason = "leave" });

        await Store.AddAsync([OutcomeOf(Monday), OutcomeOf(Monday.AddDays(1))]);

        var read = (await Store.ReadAsync(Site, Monday, Monday.AddDays(1))).Outcomes;
        CollectionAssert.AreEqual(new[] { OutcomeKind.Skipped, OutcomeKind.Held }, read.Select(outcome => outcome.Kind).ToArray());
    }

    [TestMethod]
    public async Task Of_many_who_mark_at_once_one_is_heard()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => Store.SaveAsync(OutcomeOf(Monday) with { MarkedBy = Guid.NewGuid() }))));

        Assert.AreEqual(1, saved.Count(done => done));
    }

    [TestMethod]
    public async Task Absence_bears_on_its_first_and_its_last_day_and_no_further()
    {
        var absence = new Absence(Guid.NewGuid(), Site, "poste-1", Monday, Monday.AddDays(4), "leave");
        await Store.SaveAsync(absence);

        Assert.AreEqual(absence, (await Store.ReadAsync(Site, Monday.AddDays(4), Monday.AddDays(10))).Absences.Single());
        Assert.AreEqual(absence, (await Store.ReadAsync(Site, Monday.AddDays(-5), Monday)).Absences.Single());
        Assert.IsEmpty((await Store.ReadAsync(Site, Monday.AddDays(5), Monday.AddDays(10))).Absences);
        Assert.IsEmpty((await Store.ReadAsync(Site, Monday.AddDays(-5), Monday.AddDays(-1))).Absences);
    }

    [TestMethod]
    public async Task Absence_is_taken_away_by_its_own_site_alone()
    {
        var absence = new Absence(Guid.NewGuid(), Site, "poste-1", Monday, Monday, "leave");
        await Store.SaveAsync(absence);

        await Store.RemoveAbsenceAsync("pantin", absence.Id);
        Assert.HasCount(1, (await Store.ReadAsync(Site, Monday, Monday)).Absences);

        await Store.RemoveAbsenceAsync(Site, absence.Id);
        Assert.IsEmpty((await Store.ReadAsync(Site, Monday, Monday)).Absences);
    }

    [TestMethod]
    public async Task Holders_come_in_the_order_in_which_they_begin()
    {
        var second = new PostHolder(Guid.NewGuid(), Site, "poste-1", "Dominique Exemple", Monday, null);
        var first = new PostHolder(Guid.NewGuid(), Site, "poste-1", "Camille Exemple", Monday.AddDays(-30), null);
        var gone = new PostHolder(Guid.NewGuid(), Site, "poste-1", "Claude Exemple", Monday.AddDays(-90), Monday.AddDays(-31));
        await Store.SaveAsync(second);
        await Store.SaveAsync(first);
        await Store.SaveAsync(gone);

        CollectionAssert.AreEqual(new[] { first, second }, (await Store.ReadAsync(Site, Monday, Monday)).Holders.ToArray());
    }

    [TestMethod]
    public async Task Who_is_named_anew_from_the_same_day_takes_the_place_of_the_one_before()
    {
        string[] names = ["Camille", "Dominique", "Claude"];
        PostHolder[] named = [.. names.Select(name => new PostHolder(Guid.NewGuid(), Site, "poste-1", name, Monday, null))];
        foreach (var holder in named)
        {
            await Store.SaveAsync(holder);
        }

        var elsewhere = named[0] with { Id = Guid.NewGuid(), Post = "poste-2" };
        await Store.SaveAsync(elsewhere);
        CollectionAssert.AreEquivalent(new[] { named[^1], elsewhere }, (await Store.ReadAsync(Site, Monday, Monday)).Holders.ToArray());
    }

    [TestMethod]
    public async Task Absences_of_the_same_days_come_in_one_order_on_every_database()
    {
        var said = new[] { "training", "illness", "leave" }.Select(reason => new Absence(Guid.NewGuid(), Site, "poste-1", Monday, Monday.AddDays(1), reason));
        foreach (var absence in said.Append(new Absence(Guid.NewGuid(), Site, "poste-1", Monday, Monday, "vacant")))
        {
            await Store.SaveAsync(absence);
        }

        var read = (await Store.ReadAsync(Site, Monday, Monday)).Absences;
        CollectionAssert.AreEqual(new[] { "vacant", "illness", "leave", "training" }, read.Select(absence => absence.Reason).ToArray());
    }

    [TestMethod]
    public async Task Edition_rises_with_the_plugin_and_stays_when_nothing_changed()
    {
        Assert.AreEqual(1, (await Store.EditionAsync(Site, "a")).Number);
        Assert.AreEqual(1, (await Store.EditionAsync(Site, "a")).Number);
        Assert.AreEqual(2, (await Store.EditionAsync(Site, "b")).Number);
        Assert.AreEqual(3, (await Store.EditionAsync(Site, "a")).Number, "a roll-back is a change too");
        Assert.AreEqual(1, (await Store.EditionAsync("pantin", "a")).Number);
    }

    [TestMethod]
    public async Task Edition_rises_with_every_absence_and_holder()
    {
        var absence = new Absence(Guid.NewGuid(), Site, "poste-1", Monday, Monday, "leave");
        await Store.EditionAsync(Site, "a");

        await Store.SaveAsync(absence);
        Assert.AreEqual(2, (await Store.EditionAsync(Site, "a")).Number);
        await Store.RemoveAbsenceAsync(Site, absence.Id);
        Assert.AreEqual(3, (await Store.EditionAsync(Site, "a")).Number);
        await Store.SaveAsync(new PostHolder(Guid.NewGuid(), Site, "poste-1", "Camille Exemple", Monday, null));
        Assert.AreEqual(4, (await Store.EditionAsync(Site, "a")).Number);
    }

    private static TimeRange Hours => new(new TimeOnly(9, 0), new TimeOnly(12, 0));

    private static OccurrenceOutcome OutcomeOf(DateOnly day) => new()
    {
        Id = new OccurrenceId(Site, "poste-1", "saint-dizier", day, DayPart.Of(HalfDay.Morning)),
        Hours = Hours,
        Kind = OutcomeKind.Held,
        Revision = 1,
        MarkedBy = Guid.NewGuid(),
        MarkedAt = Noon,
    };
}
