using Modular.Contracts.Presence;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Outcomes;

/// <summary>Now is Wednesday 25 November 2026, noon.</summary>
[TestClass]
public sealed class OutcomeServiceTests
{
    private static readonly OccurrenceId MondayMorning = Morning("poste-1", "saint-dizier", Monday);
    private static readonly OccurrenceId FridayMorning = Morning("poste-1", "saint-dizier", Monday.AddDays(4));

    [TestMethod]
    public async Task Past_half_day_is_marked_held_and_one_to_come_is_not()
    {
        await using var store = await RealStore.OpenAsync();

        Assert.IsNull(await Service(store).HoldAsync(Of(MondayMorning)));
        Assert.IsNotNull(await Service(store).HoldAsync(Of(FridayMorning)));

        Assert.AreEqual(PresenceState.Held, (await FindAsync(store, MondayMorning))?.State);
        Assert.AreEqual(PresenceState.Planned, (await FindAsync(store, FridayMorning))?.State);
    }

    [TestMethod]
    public async Task Many_half_days_are_said_at_once_and_what_was_said_already_stays()
    {
        await using var store = await RealStore.OpenAsync();
        await Service(store).UncoverAsync(Of(MondayMorning), "leave");
        var week = await store.Get<PresenceCalendar>().BetweenAsync(HauteMarne, Monday, Monday.AddDays(4));
        var said = week.Where(occurrence => occurrence.Post == "poste-1" && occurrence.CountsFor.Count > 0).ToList();

        await Service(store).RecordAsync(said.Select(occurrence => (occurrence, occurrence.Id == FridayMorning ? "training" : null)), Guid.Empty);

        Assert.AreEqual(PresenceState.Uncovered, (await FindAsync(store, MondayMorning))?.State);
        Assert.AreEqual((PresenceState.Skipped, "training"), await FindAsync(store, FridayMorning) is { } friday ? (friday.State, friday.Reason) : default);
        Assert.IsTrue(said.Exists(occurrence => occurrence.Id != MondayMorning && occurrence.Id != FridayMorning));
        foreach (var other in said.Where(occurrence => occurrence.Id != MondayMorning && occurrence.Id != FridayMorning))
        {
            Assert.AreEqual(PresenceState.Held, (await FindAsync(store, other.Id))?.State);
        }
    }

    [TestMethod]
    public async Task Name_is_kept_without_what_a_paste_brings()
    {
        await using var store = await RealStore.OpenAsync();
        Assert.IsNull(await store.Get<StaffingService>().NameAsync(HauteMarne, "poste-1", " Camille\0\u0007Exemple\r\n", Monday));
        Assert.IsNull(await Service(store).ReplaceAsync(Of(FridayMorning), null, "Do\ud800minique\0"));
        Assert.AreEqual("Camille  Exemple", (await FindAsync(store, MondayMorning))?.Holder);
        Assert.AreEqual("Do\ufffdminique", (await FindAsync(store, FridayMorning))?.ByWorker);
        Assert.IsNotNull(await store.Get<StaffingService>().NameAsync(HauteMarne, "poste-1", "\0", Monday), "nothing is left of it");
    }

    [TestMethod]
    public async Task Half_day_taken_over_and_then_held_tells_who_held_it()
    {
        await using var store = await RealStore.OpenAsync();

        Assert.IsNull(await Service(store).ReplaceAsync(Of(MondayMorning), "poste-3", null));
        Assert.IsNull(await Service(store).HoldAsync(Of(MondayMorning, revision: 1)));

        var held = await FindAsync(store, MondayMorning);
        Assert.AreEqual((PresenceState.Held, "poste-3", 2), (held!.State, held.ByPost, held.Revision));
    }

    [TestMethod]
    public async Task Second_of_two_who_saw_the_same_half_day_is_told_and_changes_nothing()
    {
        await using var store = await RealStore.OpenAsync();
        await Service(store).SkipAsync(Of(FridayMorning), "leave");

        var refusal = await Service(store).ReplaceAsync(Of(FridayMorning), "poste-2", null);

        StringAssert.Contains(refusal?.Sentence, "entre-temps");
        Assert.AreEqual(PresenceState.Skipped, (await FindAsync(store, FridayMorning))?.State);
    }

    [TestMethod]
    public async Task Replacement_names_another_post_or_a_person()
    {
        await using var store = await RealStore.OpenAsync();

        Assert.IsNotNull(await Service(store).ReplaceAsync(Of(FridayMorning), null, "  "));
        Assert.IsNotNull(await Service(store).ReplaceAsync(Of(FridayMorning), "poste-1", null));
        Assert.IsNotNull(await Service(store).ReplaceAsync(Of(FridayMorning), "poste-9", null));
        Assert.IsNotNull(await Service(store).ReplaceAsync(Of(FridayMorning), null, new string('x', 81)));
        Assert.IsNull(await Service(store).ReplaceAsync(Of(FridayMorning), "", " Camille Exemple "));

        Assert.AreEqual("Camille Exemple", (await FindAsync(store, FridayMorning))?.Worker);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("malade")]
    public async Task Reason_is_one_of_the_list(string? reason)
    {
        await using var store = await RealStore.OpenAsync();

        Assert.IsNotNull(await Service(store).SkipAsync(Of(FridayMorning), reason));
        Assert.IsNotNull(await Service(store).UncoverAsync(Of(FridayMorning), reason));
        Assert.AreEqual(PresenceState.Planned, (await FindAsync(store, FridayMorning))?.State);
    }

    [TestMethod]
    public async Task Moved_half_day_can_be_moved_on_and_moved_back()
    {
        await using var store = await RealStore.OpenAsync();
        var saturday = FridayMorning with { Day = Monday.AddDays(5) };
        var sunday = FridayMorning with { Day = Monday.AddDays(6), DayPart = DayPart.At(new TimeOnly(10, 0)) };

        Assert.IsNull(await Service(store).MoveAsync(Of(FridayMorning), saturday.Day, HalfDay.Morning, null));
        Assert.IsNotNull(await FindAsync(store, saturday));

        Assert.IsNull(await Service(store).MoveAsync(Of(saturday), sunday.Day, null, Hours("10:00-11:00")));
        Assert.IsNull(await FindAsync(store, saturday));
        Assert.AreEqual(FridayMorning, (await FindAsync(store, sunday))?.MovedFrom);

        Assert.IsNull(await Service(store).MoveAsync(Of(sunday), FridayMorning.Day, HalfDay.Morning, null));
        Assert.IsNull(await FindAsync(store, sunday));
        Assert.AreEqual(PresenceState.Planned, (await FindAsync(store, FridayMorning))?.State);
    }

    [TestMethod]
    public async Task Nothing_is_moved_onto_a_half_day_of_the_same_post()
    {
        await using var store = await RealStore.OpenAsync();

        Assert.IsNotNull(await Service(store).MoveAsync(Of(FridayMorning), Monday.AddDays(7), HalfDay.Morning, null));
        Assert.IsNotNull(await Service(store).MoveAsync(Of(FridayMorning), FridayMorning.Day, HalfDay.Morning, null));
    }

    [TestMethod]
    public async Task Nothing_is_moved_onto_a_holiday_that_closes_the_station()
    {
        await using var store = await RealStore.OpenAsync();
        var christmas = new DateOnly(2026, 12, 25);
        Assert.Contains("jour férié", (await Service(store).MoveAsync(Of(FridayMorning), christmas, HalfDay.Afternoon, null))!.Sentence);
        Assert.IsNull(await Service(store).MoveAsync(Of(FridayMorning), christmas.AddDays(1), HalfDay.Afternoon, null));
    }

    [TestMethod]
    public async Task Half_day_is_added_once_at_a_station_of_the_post_and_can_be_added_again_after_it_was_taken_back()
    {
        await using var store = await RealStore.OpenAsync();
        var saturday = Morning("poste-1", "saint-dizier", Monday.AddDays(5));
        Task<Refusal?> AddAsync(string post) => Service(store).AddAsync(HauteMarne, Guid.Empty, post, "saint-dizier", saturday.Day, HalfDay.Morning, null);

        Assert.IsNotNull(await AddAsync("poste-2"), "Chaumont's post does not serve Saint-Dizier");
        Assert.IsNull(await AddAsync("poste-1"));
        Assert.IsNotNull(await AddAsync("poste-1"));
        Assert.IsTrue((await FindAsync(store, saturday))?.Added);

        Assert.IsNull(await Service(store).ResetAsync(Of(saturday, revision: 1)));
        Assert.IsNull(await FindAsync(store, saturday));
        Assert.IsNull(await AddAsync("poste-1"));
        Assert.AreEqual(3, (await FindAsync(store, saturday))?.Revision, "a calendar that read the first one must see a change");
    }

    [TestMethod]
    public async Task Half_day_that_does_not_exist_is_not_marked()
    {
        await using var store = await RealStore.OpenAsync();

        Assert.IsNotNull(await Service(store).HoldAsync(Of(Morning("poste-1", "chaumont", Monday))));
        Assert.IsNotNull(await Service(store).HoldAsync(Of(MondayMorning with { Site = "pantin" })));
        Assert.IsEmpty((await store.Get<IPresenceStore>().ReadAsync("pantin", Monday, Monday)).Outcomes);
    }

    [TestMethod]
    public async Task Absence_ends_on_or_after_its_first_day_and_belongs_to_a_post()
    {
        await using var store = await RealStore.OpenAsync();
        var service = store.Get<StaffingService>();

        Assert.IsNotNull(await service.AbsentAsync(HauteMarne, "poste-1", Monday.AddDays(4), Monday.AddDays(3), "leave"));
        Assert.IsNotNull(await service.AbsentAsync(HauteMarne, "poste-9", Monday, Monday, "leave"));
        Assert.IsNull(await service.AbsentAsync(HauteMarne, "poste-1", FridayMorning.Day, FridayMorning.Day, "leave"));

        Assert.AreEqual(PresenceState.Uncovered, (await FindAsync(store, FridayMorning))?.State);
    }

    private static OutcomeService Service(RealStore store) => store.Get<OutcomeService>();

    private static OutcomeRequest Of(OccurrenceId id, int revision = 0) => new(HauteMarne, id, revision, Guid.NewGuid());

    private static async Task<Occurrence?> FindAsync(RealStore store, OccurrenceId id) =>
        (await store.Get<PresenceCalendar>().BetweenAsync(HauteMarne, id.Day, id.Day)).FirstOrDefault(occurrence => occurrence.Id == id);
}
