using Modular.Access;
using Modular.Forms;
using Modular.Intake.Situations;
using Modular.Sites;
using Modular.Tests;

namespace Modular.Intake.Tests.Situations;

[TestClass]
public sealed class SituationServiceTests
{
    [TestMethod]
    public async Task A_situation_that_was_saved_is_read_back_as_it_was()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("person.last_name", "Exemple"), ("problem", "violences_conjugales"), ("note", "Rappeler."));
        var situation = await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All());
        Assert.AreEqual("2026-1", situation!.Number);
        Assert.AreEqual("Exemple", situation.Answers.Text("person.last_name"));
        Assert.AreEqual("Violences conjugales", situation.Legend.Line("problem")!.Read(situation.Answers["problem"]!));
    }

    [TestMethod]
    public async Task Sent_twice_it_is_saved_once()
    {
        await using var office = await Office.OpenAsync();
        var id = Guid.NewGuid();
        var reading = Typing.Saved();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Situations.CreateAsync(Office.Worker, TestSites.Dunkerque, id, reading)));
        Assert.AreEqual(1, (await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.All))).Total);
    }

    [TestMethod]
    public async Task A_situation_is_closed_after_what_happened_in_it_and_nothing_happens_after_it_is_closed()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync();
        await office.ContactAsync(id, "2026-11-22");
        Assert.AreEqual("closed_on", await RefusedAsync(office, id, "closing", ("closed_on", "2026-11-21"), ("reason", "fin_intervention")));
        await office.CloseAsync(id, "2026-11-22");
        Assert.AreEqual("on", await RefusedAsync(office, id, "contact", ("on", "2026-11-23"), ("kind", "telephone"), ("reached", "yes")));
        await office.ContactAsync(id, "2026-11-21");
    }

    [TestMethod]
    public async Task A_slip_in_a_year_is_told_before_it_is_a_situation_of_1926()
    {
        await using var office = await Office.OpenAsync();
        Assert.AreEqual("referred_on", Field(await office.Situations.CreateAsync(Office.Worker, TestSites.Dunkerque, Guid.NewGuid(), Referred("1926-11-20"))));
        Assert.AreEqual(
            "person.birth_date",
            Field(await office.Situations.CreateAsync(Office.Worker, TestSites.Dunkerque, Guid.NewGuid(), Typing.Saved(("person.birth_date", "2026-11-21")))));
        var late = await office.Situations.CreateAsync(Office.Worker, TestSites.Dunkerque, Guid.NewGuid(), Referred("2024-11-20"));
        Assert.AreEqual("referred_on", ((SaveResult.Saved)late).Warnings.Single().Field);
    }

    private static async Task<string?> RefusedAsync(Office office, Guid id, string form, params (string, string)[] typed) =>
        Field(await office.Situations.PutEntryAsync(Office.Worker, TestSites.Dunkerque, id, Guid.NewGuid(), 0, Typing.Read(TestSites.Dunkerque, form, typed)));

    private static FormReading Referred(string on) => Typing.Situation(TestSites.Dunkerque, ("referred_on", on), ("station", "dunkerque"));

    private static string? Field(SaveResult result) => result is SaveResult.Refused refused ? refused.Reading.Errors.Keys.Single() : null;

    [TestMethod]
    public async Task Numbers_follow_each_other_without_gap_when_several_save_at_once()
    {
        await using var office = await Office.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => office.SaveAsync()));
        var list = await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.All));
        CollectionAssert.AreEquivalent(Enumerable.Range(1, 12).ToList(), list.Situations.Select(situation => situation.Rank).ToList());
    }

    [TestMethod]
    public async Task Another_site_s_worker_finds_nothing_reads_nothing_and_changes_nothing()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("person.last_name", "Exemple"));
        Assert.IsNull(await office.Situations.OpenAsync(Office.Elsewhere, id, new EntriesShown.All()));
        Assert.AreEqual(0, (await office.Situations.ListAsync(Office.Elsewhere, new SituationFilter(SituationState.All))).Total);
        Assert.AreEqual(0, (await office.Situations.ListAsync(Office.Elsewhere, new SituationFilter(SituationState.All, "dunkerque"))).Total);
        Assert.AreEqual(0, (await office.Situations.SearchAsync(Office.Elsewhere, "dunkerque", "Exemple")).Total);
        Assert.IsInstanceOfType<SaveResult.OutOfScope>(await office.Situations.EditAsync(Office.Elsewhere, TestSites.Dunkerque, id, 1, Typing.Saved()));
        Assert.IsInstanceOfType<SaveResult.OutOfScope>(
            await office.Situations.CreateAsync(Office.Elsewhere, TestSites.Dunkerque, Guid.NewGuid(), Typing.Saved()));
        Assert.IsInstanceOfType<SaveResult.OutOfScope>(await office.Situations.PutEntryAsync(Office.Elsewhere, TestSites.Dunkerque, id, Guid.NewGuid(), 0,
            Typing.Read(TestSites.Dunkerque, "closing", ("closed_on", "2026-11-23"), ("reason", "fin_intervention"))));
        Assert.IsNull((await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!.Row.ClosedOn);
    }

    [TestMethod]
    public async Task A_situation_cannot_be_taken_over_by_creating_another_under_its_identifier()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("person.last_name", "Exemple"));
        var theirs = Typing.Situation(TestSites.Pantin, ("referred_on", "2026-11-20"), ("station", TestSites.Pantin.Definition.Stations[0].Id));
        Assert.IsInstanceOfType<SaveResult.OutOfScope>(await office.Situations.CreateAsync(Office.Elsewhere, TestSites.Pantin, id, theirs));
        Assert.AreEqual("Exemple", (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!.Answers.Text("person.last_name"));
    }

    [TestMethod]
    [DataRow("exemple", true)]
    [DataRow("EXEMPLE Zoé", true)]
    [DataRow("zoe", true)]
    [DataRow("06.00.00.00.07", true)]
    [DataRow("2026-1", true)]
    [DataRow("exempl", false)]
    [DataRow("Exemple Paul", false)]
    [DataRow("", false)]
    public async Task A_person_is_found_by_number_telephone_or_whole_words_of_the_name(string search, bool found)
    {
        await using var office = await Office.OpenAsync();
        await office.SaveAsync(("person.last_name", "Exemple-Témoin"), ("person.first_name", "Zoé"), ("safe_phone", "+33 6 00 00 00 07"));
        await office.SaveAsync(("person.last_name", "Autre"));
        Assert.AreEqual(found ? 1 : 0, (await office.Situations.SearchAsync(Office.Worker, "dunkerque", search)).Total);
    }

    [TestMethod]
    public async Task A_name_that_was_corrected_is_found_under_the_new_one_alone()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("person.last_name", "Ancien"));
        await office.Situations.EditAsync(Office.Worker, TestSites.Dunkerque, id, 1, Typing.Saved(("person.last_name", "Nouveau")));
        Assert.AreEqual(0, (await office.Situations.SearchAsync(Office.Worker, "dunkerque", "Ancien")).Total);
        Assert.AreEqual(1, (await office.Situations.SearchAsync(Office.Worker, "dunkerque", "Nouveau")).Total);
    }

    [TestMethod]
    public async Task The_second_of_two_who_edit_is_shown_both_versions_and_nothing_is_overwritten()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("note", "a"));
        Assert.IsInstanceOfType<SaveResult.Saved>(await office.Situations.EditAsync(Office.Worker, TestSites.Dunkerque, id, 1, Typing.Saved(("note", "b"))));
        var second = await office.Situations.EditAsync(Office.Worker, TestSites.Dunkerque, id, 1, Typing.Saved(("note", "c")));
        Assert.AreEqual("b", ((SaveResult.Overtaken)second).Current.Answers.Text("note"));
        Assert.AreEqual("b", (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!.Answers.Text("note"));
    }

    [TestMethod]
    public async Task Contacts_written_at_the_same_moment_are_all_there_and_counted()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.ContactAsync(id, "2026-11-21")));
        var situation = (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!;
        Assert.AreEqual(4, situation.Entries.Count(entry => entry.Form == "contact"));
        Assert.AreEqual(4, situation.Row.Contacts);
    }

    [TestMethod]
    public async Task The_first_contact_is_the_first_that_reached_the_person()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync();
        await office.ContactAsync(id, "2026-11-20", "no");
        Assert.IsNull((await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!.Row.FirstContactOn);
        await office.ContactAsync(id, "2026-11-22");
        await office.ContactAsync(id, "2026-11-21");
        var row = (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!.Row;
        Assert.AreEqual(new DateOnly(2026, 11, 21), row.FirstContactOn);
        Assert.AreEqual(new DateOnly(2026, 11, 22), row.LastContactOn);
    }

    [TestMethod]
    public async Task A_closed_situation_leaves_the_open_list_and_comes_back_when_it_is_opened_again()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync();
        await office.CloseAsync(id, "2026-11-23");
        Assert.AreEqual(0, (await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.Open))).Total);
        Assert.AreEqual(1, (await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.Closed))).Total);
        await office.Situations.ReopenAsync(Office.Worker, TestSites.Dunkerque, id);
        Assert.AreEqual(1, (await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.Open))).Total);
        var entries = (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!.Entries;
        Assert.IsTrue(entries.Single(entry => entry.Form == "closing").Row.Withdrawn);
    }

    [TestMethod]
    public async Task Pages_of_a_list_hold_every_situation_once_and_the_total_is_right()
    {
        await using var office = await Office.OpenAsync();
        for (var each = 0; each < 7; each++)
        {
            await office.SaveAsync();
        }

        var seen = new List<Guid>();
        for (var page = 0; page < 3; page++)
        {
            var filter = new SituationFilter(SituationState.All, After: page == 0 ? null : seen[^1], Take: 3);
            var list = await office.Situations.ListAsync(Office.Worker, filter);
            Assert.AreEqual(7, list.Total);
            seen.AddRange(list.Situations.Select(situation => situation.Id));
        }

        CollectionAssert.AllItemsAreUnique(seen);
        Assert.HasCount(7, seen);
    }

    [TestMethod]
    public async Task Every_reading_and_every_change_stands_in_the_journal_without_a_name()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("person.last_name", "Exemple"));
        await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All());
        await office.Situations.SearchAsync(Office.Worker, "dunkerque", "Exemple");
        await office.Situations.EditAsync(Office.Worker, TestSites.Dunkerque, id, 1, Typing.Saved());
        await office.CloseAsync(id, "2026-11-23");
        await office.Situations.OpenAsync(Office.Elsewhere, id, new EntriesShown.All());
        CollectionAssert.AreEqual(
            new[] { JournalAct.Create, JournalAct.Read, JournalAct.Search, JournalAct.Edit, JournalAct.Close, JournalAct.Refused },
            office.Journal.Entries.Select(entry => entry.Act).ToList());
        Assert.IsFalse(office.Journal.Entries.Any(entry => $"{entry.Subject}{entry.Detail}".Contains("xemple")));
    }

    [TestMethod]
    [DataRow(SituationState.All, "all, 1")]
    [DataRow(SituationState.Open, "open, 1")]
    [DataRow(SituationState.NotContacted, "not_contacted, 1")]
    [DataRow(SituationState.Closed, "closed, 0")]
    public async Task A_list_that_was_read_is_journaled_as_a_key_and_a_number_whatever_the_code_is_called(SituationState state, string written)
    {
        await using var office = await Office.OpenAsync();
        await office.SaveAsync();
        await office.Situations.ListAsync(Office.Worker, new SituationFilter(state));
        Assert.AreEqual(written, office.Journal.Entries[^1].Detail);
    }

    [TestMethod]
    public async Task No_byte_of_the_data_folder_tells_the_name_or_what_was_written()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("person.last_name", "Exempligrandis"), ("note", "Confidentissime"), ("safe_phone", "06 00 00 12 34"));
        await office.ContactAsync(id, "2026-11-21", "yes", ("note", "Secretissime"));
        await office.PushedAsync();
        Assert.IsEmpty(FolderBytes.FilesThatTell(office.Folder, "Exempligrandis", "Confidentissime", "Secretissime", "600001234", "06 00 00 12 34"));
    }

    [TestMethod]
    public async Task Answers_given_under_an_older_form_keep_its_words()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("problem", "logement"));
        var site = TestSites.Dunkerque;
        var renamed = site with
        {
            Hash = "another",
            Definition = site.Definition with
            {
                Codes = site.Definition.Codes.ToDictionary(
                    list => list.Key,
                    list => (IReadOnlyList<Contracts.Sites.Code>)[
                        .. list.Value.Select(code => code.Value == "logement" ? code with { Label = "Habitat" } : code),
                    ]),
            },
        };
        var younger = Guid.NewGuid();
        await office.Situations.CreateAsync(Office.Worker, renamed, younger, Typing.Saved(("problem", "logement")));
        Assert.AreEqual("Logement", await LabelAsync(office, id));
        Assert.AreEqual("Habitat", await LabelAsync(office, younger));
    }

    [TestMethod]
    public async Task A_rule_that_fails_refuses_the_save_and_keeps_what_was_typed()
    {
        await using var office = await Office.OpenAsync();
        var site = TestSites.Dunkerque with { Rules = new Failing() };
        var result = await office.Situations.CreateAsync(Office.Worker, site, Guid.NewGuid(), Typing.Saved(("note", "gardé")));
        var refused = Assert.IsInstanceOfType<SaveResult.Refused>(result);
        Assert.AreEqual("gardé", refused.Reading.Typed.One("note"));
        Assert.AreEqual(0, (await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.All))).Total);
    }

    private static async Task<string> LabelAsync(Office office, Guid id)
    {
        var situation = (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!;
        return situation.Legend.Line("problem")!.Read(situation.Answers["problem"]!);
    }

    /// <summary>Read while the database is open.</summary>
    private sealed class Failing : Contracts.Rules.SiteRules
    {
        public override IEnumerable<Contracts.Rules.Finding> Check(Contracts.Rules.SituationDraft draft) =>
            throw new RuleFailedException("dunkerque", "Check", nameof(InvalidOperationException));
    }
}
