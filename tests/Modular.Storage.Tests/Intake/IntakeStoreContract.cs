using Microsoft.EntityFrameworkCore;
using Modular.Access;
using Modular.Contracts.Rules;
using Modular.Intake.Situations;
using Modular.Storage.Intake;
using Modular.Tests;

namespace Modular.Storage.Tests.Intake;

public abstract class IntakeStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly SituationScope Pantin = SituationScope.OfCommand("pantin");
    private static readonly SituationScope Loire = SituationScope.OfCommand("loire");

    protected abstract Task<DataFolder> OpenAsync();

    [TestMethod]
    public async Task Situations_are_numbered_by_site_and_year_even_when_many_are_saved_at_once()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => Task.Run(() => store.AddAsync(Pantin, [New("pantin", Monday.AddYears(-(index % 2)))]))));
        await store.AddAsync(Loire, [New("loire", Monday)]);

        var all = await store.ListAsync(Pantin, new SituationFilter(SituationState.All, Take: 100));
        foreach (var year in all.Rows.GroupBy(row => row.Year))
        {
            CollectionAssert.AreEqual(Enumerable.Range(1, 20).ToList(), year.Select(row => row.Rank).Order().ToList());
        }

        Assert.AreEqual(1, (await store.ListAsync(Loire, new SituationFilter(SituationState.All))).Rows.Single().Rank);
    }

    [TestMethod]
    public async Task More_than_a_question_may_hold_are_added_in_one_go_or_not_at_all()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var additions = Enumerable.Range(0, 1200).Select(index => New("pantin", Monday.AddDays(-index % 300))).ToList();
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => store.AddAsync(Pantin, [.. additions, New("loire", Monday)]));
        Assert.AreEqual(0, (await store.ListAsync(Pantin, new SituationFilter(SituationState.All))).Total);
        Assert.AreEqual(1200, await store.AddAsync(Pantin, [.. additions, additions[0], additions[700]]));
        Assert.AreEqual(0, await store.AddAsync(Pantin, additions));
        Assert.AreEqual(SituationList.MostCounted + 1, (await store.ListAsync(Pantin, new SituationFilter(SituationState.All, Take: 1))).Total);
    }

    [TestMethod]
    public async Task The_same_situation_sent_many_times_at_once_is_there_once()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var id = Guid.NewGuid();
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.AddAsync(Pantin, [New("pantin", Monday, id)]))));
        Assert.AreEqual(1, added.Sum());
        await using var outbox = await store.OpenOutboxAsync();
        Assert.HasCount(1, await outbox.ReadAsync(10));
    }

    [TestMethod]
    public async Task Another_site_sees_nothing_changes_nothing_and_adds_nothing()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var addition = New("pantin", Monday);
        var id = addition.Situation.Id;
        await store.AddAsync(Pantin, [addition with { Entries = [NewEntry(id)] }]);

        Assert.IsNull(await store.FindAsync(Loire, id));
        Assert.IsEmpty((await store.EntriesAsync(Loire, id, new EntriesShown.All())).Rows);
        Assert.AreEqual(0, (await store.ListAsync(Loire, new SituationFilter(SituationState.All, "pantin"))).Total);
        Assert.AreEqual(0, (await store.ListAsync(Loire, new SituationFilter(SituationState.All, "pantin", NameKeys: addition.NameKeys))).Total);
        var row = (await store.FindAsync(Pantin, id))!;
        row.ClosedOn = Monday;
        Assert.IsFalse(await store.ChangeAsync(Loire, new Change(row, null, null, "o", "[]")));
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => store.AddAsync(Loire, [New("pantin", Monday)]));
        Assert.AreEqual(0, await store.AddAsync(Loire, [New("loire", Monday, id)]), "An identifier of another site's was taken over.");
        Assert.IsNull((await store.FindAsync(Pantin, id))!.ClosedOn);
    }

    [TestMethod]
    public async Task Of_two_changes_that_began_with_the_same_version_one_is_refused_whole()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var addition = New("pantin", Monday);
        await store.AddAsync(Pantin, [addition]);

        var changed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var row = New("pantin", Monday, addition.Situation.Id).Situation;
            row.Rank = 1;
            return await store.ChangeAsync(Pantin, new Change(row, null, NewEntry(row.Id), "o", "[]"));
        })));

        Assert.AreEqual(1, changed.Count(one => one));
        Assert.HasCount(1, (await store.EntriesAsync(Pantin, addition.Situation.Id, new EntriesShown.All())).Rows);
        Assert.AreEqual(2, (await store.FindAsync(Pantin, addition.Situation.Id))!.Version);
    }

    [TestMethod]
    public async Task Of_many_entries_the_newest_are_read_and_the_others_a_portion_at_a_time()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var addition = New("pantin", Monday);
        var id = addition.Situation.Id;
        await store.AddAsync(Pantin, [addition with { Entries = [.. Enumerable.Range(0, 120).Select(ago => NewEntry(id, Monday.AddDays(-ago / 7)))] }]);

        var all = (await store.EntriesAsync(Pantin, id, new EntriesShown.All())).Rows.Select(row => row.Id).ToList();
        var (read, older, before) = (new List<Guid>(), new List<int>(), (Guid?)null);
        do
        {
            var portion = await store.EntriesAsync(Pantin, id, new EntriesShown.Newest(before));
            read.InsertRange(0, portion.Rows.Select(row => row.Id));
            older.Add(portion.Older);
            before = portion.Rows[0].Id;
        }
        while (older[^1] > 0);

        CollectionAssert.AreEqual(all, read);
        CollectionAssert.AreEqual(new[] { 70, 20, 0 }, older);
        Assert.AreEqual(all[3], (await store.EntriesAsync(Pantin, id, new EntriesShown.Only(all[3]))).Rows.Single().Id);
        Assert.IsEmpty((await store.EntriesAsync(Pantin, id, EntriesShown.None)).Rows);
        Assert.IsEmpty((await store.EntriesAsync(Loire, id, new EntriesShown.Newest())).Rows);
        Assert.IsEmpty((await store.EntriesAsync(Loire, id, new EntriesShown.Only(all[3]))).Rows);
        Assert.IsEmpty((await store.EntriesAsync(Pantin, Guid.NewGuid(), new EntriesShown.Only(all[3]))).Rows, "another situation’s");
    }

    [TestMethod]
    public async Task New_name_keys_take_the_place_of_the_old()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var addition = New("pantin", Monday);
        await store.AddAsync(Pantin, [addition]);
        var row = (await store.FindAsync(Pantin, addition.Situation.Id))!;
        await store.ChangeAsync(Pantin, new Change(row, [[9, 9]], null, "o", "[]"));

        Assert.AreEqual(0, await FoundAsync(addition.NameKeys));
        Assert.AreEqual(1, await FoundAsync([[9, 9]]));
        Assert.AreEqual(0, await FoundAsync([[9, 9], [7, 7]]));

        async Task<int> FoundAsync(IReadOnlyList<byte[]> keys) =>
            (await store.ListAsync(Pantin, new SituationFilter(SituationState.All, "pantin", NameKeys: keys))).Total;
    }

    [TestMethod]
    public async Task A_list_holds_what_its_filter_says_and_counts_beyond_its_page()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        await store.AddAsync(Pantin, [.. Enumerable.Range(0, 5).Select(ago => New("pantin", Monday.AddDays(-ago)))]);
        var reached = (await store.ListAsync(Pantin, new SituationFilter(SituationState.All))).Rows[0];
        reached.FirstContactOn = Monday;
        await store.ChangeAsync(Pantin, new Change(reached, null, null, "o", "[]"));
        var closed = (await store.ListAsync(Pantin, new SituationFilter(SituationState.All))).Rows[1];
        closed.ClosedOn = Monday;
        await store.ChangeAsync(Pantin, new Change(closed, null, null, "o", "[]"));

        Assert.AreEqual(5, await TotalAsync(new SituationFilter(SituationState.All)));
        Assert.AreEqual(4, await TotalAsync(new SituationFilter(SituationState.Open)));
        Assert.AreEqual(3, await TotalAsync(new SituationFilter(SituationState.NotContacted)));
        Assert.AreEqual(1, await TotalAsync(new SituationFilter(SituationState.Closed)));
        Assert.AreEqual(0, await TotalAsync(new SituationFilter(SituationState.All, Station: "elsewhere")));
        Assert.AreEqual(1, await TotalAsync(new SituationFilter(SituationState.All, Year: 2026, Rank: 3)));
        Assert.AreEqual(2, await store.CountNotContactedAsync("pantin", Monday.AddDays(-2)));

        var first = await store.ListAsync(Pantin, new SituationFilter(SituationState.NotContacted, Take: 1));
        var page = await store.ListAsync(Pantin, new SituationFilter(SituationState.NotContacted, After: first.Rows[0].Id, Take: 1));
        Assert.AreEqual(3, page.Total);
        Assert.AreEqual(Monday.AddDays(-3), page.Rows.Single().ReferredOn);

        async Task<int> TotalAsync(SituationFilter filter) => (await store.ListAsync(Pantin, filter)).Total;
    }

    [TestMethod]
    public async Task Pages_forward_and_back_hold_every_situation_once_of_one_site_or_of_several_on_the_same_days()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var both = SituationScope.Of(new SignedInAccount(Guid.NewGuid(), "essai", Role.Worker, ["loire", "pantin"]))!;
        await store.AddAsync(both, [.. Enumerable.Range(0, 12).Select(index => New(index % 2 == 0 ? "pantin" : "loire", Monday.AddDays(-index / 5)))]);
        foreach (var filter in new SituationFilter[]
        {
            new(SituationState.All, Take: 5), new(SituationState.NotContacted, Take: 5), new(SituationState.Open, "pantin", Take: 4),
            new(SituationState.All, "pantin", Take: 3),
        })
        {
            var whole = (await store.ListAsync(both, filter with { Take = 50 })).Rows.Select(row => row.Id).ToList();
            var (pages, page) = (new List<SituationRows>(), await store.ListAsync(both, filter));
            Assert.IsFalse(page.HasBefore);
            for (; pages.Count < 20; page = await store.ListAsync(both, filter with { After = page.Rows[^1].Id }))
            {
                Assert.AreEqual(whole.Count, page.Total);
                pages.Add(page);
                if (!page.HasAfter)
                {
                    break;
                }
            }

            CollectionAssert.AreEqual(whole, pages.SelectMany(one => one.Rows).Select(row => row.Id).ToList());
            for (var index = pages.Count - 1; index > 0; index--)
            {
                var back = await store.ListAsync(both, filter with { Before = pages[index].Rows[0].Id });
                CollectionAssert.AreEqual(pages[index - 1].Rows.Select(row => row.Id).ToList(), back.Rows.Select(row => row.Id).ToList());
                Assert.AreEqual(index > 1, back.HasBefore);
                Assert.IsTrue(back.HasAfter);
            }
        }
    }

    [TestMethod]
    public async Task A_page_after_another_site_s_situation_is_the_first_page()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var theirs = New("loire", Monday.AddDays(-3));
        await store.AddAsync(Loire, [theirs]);
        await store.AddAsync(Pantin, [New("pantin", Monday), New("pantin", Monday.AddDays(-5))]);
        var page = await store.ListAsync(Pantin, new SituationFilter(SituationState.All, After: theirs.Situation.Id));
        Assert.HasCount(2, page.Rows);
        Assert.IsFalse(page.HasBefore);
    }

    [TestMethod]
    public async Task A_list_reads_nothing_of_what_was_answered()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        await store.AddAsync(Pantin, [New("pantin", Monday)]);
        Assert.IsEmpty((await store.ListAsync(Pantin, new SituationFilter(SituationState.All))).Rows.Single().Answers);
        await foreach (var row in store.AllAsync(Pantin, "pantin"))
        {
            Assert.IsNotEmpty(row.Answers);
        }
    }

    [TestMethod]
    public async Task The_most_urgent_come_first_then_whoever_has_to_be_contacted_earliest()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var (later, urgent, sooner, unasked) = (New("pantin", Monday), New("pantin", Monday), New("pantin", Monday), New("pantin", Monday));
        (later.Situation.ContactBefore, sooner.Situation.ContactBefore) = (Monday.AddDays(4), Monday.AddDays(2));
        (urgent.Situation.Priority, urgent.Situation.ContactBefore) = (PriorityLevel.Urgent, Monday.AddDays(9));
        await store.AddAsync(Pantin, [later, urgent, sooner, unasked]);
        var list = await store.ListAsync(Pantin, new SituationFilter(SituationState.NotContacted, Order: SituationOrder.Urgency, Take: 3));
        CollectionAssert.AreEqual(new[] { urgent, unasked, sooner }.Select(one => one.Situation.Id).ToList(), list.Rows.Select(row => row.Id).ToList());
        Assert.AreEqual(4, list.Total);
    }

    [TestMethod]
    public async Task What_other_rules_said_is_found_and_replaced_unless_the_situation_changed_meanwhile()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var due = new Due("pantin", "new", Monday, Monday.AddDays(-60));
        var (old, current, stale, changed) =
            (New("pantin", Monday), New("pantin", Monday), New("pantin", Monday.AddDays(-90)), New("pantin", Monday));
        old.Situation.EvaluatedBy = "old";
        (current.Situation.EvaluatedBy, current.Situation.EvaluatedOn) = ("new", Monday.AddDays(-1));
        (stale.Situation.EvaluatedBy, stale.Situation.EvaluatedOn) = ("new", Monday.AddDays(-1));
        await store.AddAsync(Pantin, [old, current, stale, changed]);
        var found = await store.EvaluatedOtherwiseAsync(due, null, 10);
        CollectionAssert.AreEquivalent(new[] { old, stale, changed }.Select(one => one.Situation.Id).ToList(), found.Select(row => row.Id).ToList());
        Assert.HasCount(1, await store.EvaluatedOtherwiseAsync(due, found[0], 1));

        await store.ChangeAsync(Pantin, new Change((await store.FindAsync(Pantin, changed.Situation.Id))!, null, null, "o", "[]"));
        foreach (var row in found)
        {
            (row.EvaluatedBy, row.EvaluatedOn, row.Priority, row.Station) = ("new", Monday, PriorityLevel.High, "elsewhere");
        }

        await store.PutRuleResultsAsync("pantin", found);
        var judged = (await store.FindAsync(Pantin, old.Situation.Id))!;
        Assert.AreEqual((PriorityLevel.High, "new"), (judged.Priority, judged.EvaluatedBy));
        Assert.AreNotEqual("elsewhere", judged.Station);
        Assert.AreEqual(changed.Situation.Id, (await store.EvaluatedOtherwiseAsync(due, null, 10)).Single().Id);
        Assert.IsEmpty(await store.EvaluatedOtherwiseAsync(due with { Site = "loire" }, null, 10));
    }

    [TestMethod]
    public async Task A_portion_begins_where_the_last_one_ended_although_its_last_situation_was_moved_since()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        var due = new Due("pantin", "new", Monday, Monday.AddDays(-60));
        Addition[] three = [New("pantin", Monday.AddDays(-3)), New("pantin", Monday.AddDays(-2)), New("pantin", Monday.AddDays(-1))];
        await store.AddAsync(Pantin, three);
        var last = (await store.EvaluatedOtherwiseAsync(due, null, 1)).Single();
        Assert.AreEqual(three[0].Situation.Id, last.Id);

        var moved = (await store.FindAsync(Pantin, last.Id))!;
        moved.ReferredOn = Monday;
        Assert.IsTrue(await store.ChangeAsync(Pantin, new Change(moved, null, null, "o", "[]")));
        var next = (await store.EvaluatedOtherwiseAsync(due, last, 2)).Select(row => row.Id).ToList();
        CollectionAssert.AreEqual(new[] { three[1].Situation.Id, three[2].Situation.Id }, next);
    }

    [TestMethod]
    public async Task A_context_that_is_handed_out_again_has_forgotten_the_sites_it_saw()
    {
        await using var data = await OpenAsync();
        await data.Get<IIntakeStore>().AddAsync(Pantin, [New("pantin", Monday)]);
        await data.Get<IIntakeStore>().ListAsync(Pantin, new SituationFilter(SituationState.All));

        await using var context = await data.Get<IDbContextFactory<IntakeContext>>().CreateDbContextAsync();
        Assert.AreEqual(0, await context.Situations.CountAsync());
    }

    [TestMethod]
    public async Task A_site_has_situations_of_its_own_or_none()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        await store.AddAsync(Pantin, [New("pantin", Monday)]);
        Assert.IsTrue(await store.AnyAsync("pantin"));
        Assert.IsFalse(await store.AnyAsync("loire"));
    }

    [TestMethod]
    public async Task Facts_leave_in_the_order_in_which_they_came_and_once()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        await store.AddAsync(Pantin, [New("pantin", Monday) with { Owner = "a" }, New("pantin", Monday) with { Owner = "b" }]);
        await using (var outbox = await store.OpenOutboxAsync())
        {
            var first = await outbox.ReadAsync(1);
            Assert.AreEqual("a", first.Single().Owner);
            await outbox.DoneAsync(first);
        }

        await using var again = await store.OpenOutboxAsync();
        Assert.AreEqual("b", (await again.ReadAsync(10)).Single().Owner);
    }

    [TestMethod]
    public async Task A_legend_is_kept_as_it_was_first_written()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IIntakeStore>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.PutLegendAsync(new LegendRow("h", "{}")))));
        Assert.AreEqual("{}", await store.LegendAsync("h"));
        Assert.IsNull(await store.LegendAsync("other"));
    }

    internal static Addition New(string site, DateOnly referredOn, Guid? id = null)
    {
        var row = new SituationRow
        {
            Id = id ?? Guid.NewGuid(),
            Site = site,
            Year = referredOn.Year,
            Station = "here",
            ReferredOn = referredOn,
            CreatedAt = Now,
            UpdatedAt = Now,
            CreatedBy = Guid.Empty,
            Definition = "d",
            Answers = [1, 2, 3],
        };
        return new Addition(row, [[7, 7]], [], "o", "[]");
    }

    private static EntryRow NewEntry(Guid situation, DateOnly? on = null) => new()
    {
        Id = Guid.NewGuid(),
        Situation = situation,
        Site = "pantin",
        Form = "contact",
        On = on ?? Monday,
        CreatedAt = Now,
        UpdatedAt = Now,
        CreatedBy = Guid.Empty,
        Definition = "d",
        Answers = [4],
    };
}

[TestClass]
public sealed class SqliteIntakeStore : IntakeStoreContract
{
    protected override Task<DataFolder> OpenAsync() => DataFolder.CreateAsync();
}

[TestClass]
public sealed class PostgreSqlIntakeStore : IntakeStoreContract
{
    protected override Task<DataFolder> OpenAsync() => PostgreSqlTestDatabase.FolderAsync();
}
