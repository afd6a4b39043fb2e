using Modular.Intake.Facts;
using Modular.Sites;

namespace Modular.Intake.Tests.Facts;

[TestClass]
public sealed class SituationFactsTests
{
    [TestMethod]
    public async Task A_situation_is_one_fact_with_its_codes_and_place()
    {
        await using var office = await Office.OpenAsync();
        await office.SaveAsync(("problem", "violences_ex_conjoint"), ("sex", "femme"), ("agreement", "~not_asked"));
        var fact = (await office.PushedAsync()).Single();
        Assert.AreEqual(("dunkerque", "situations", new DateOnly(2026, 11, 20)), (fact.Site, fact.Unit, fact.On));
        Assert.AreEqual("violences_ex_conjoint", fact.Codes["problem"].Single());
        Assert.AreEqual("violences_ex_conjoint", fact.Codes["problem_core"].Single());
        Assert.AreEqual("yes", fact.Codes["vif"].Single());
        Assert.AreEqual("not_asked", fact.Codes["agreement"].Single());
        Assert.AreEqual("dunkerque", fact.Codes["station"].Single());
        Assert.AreEqual("police", fact.Codes["force"].Single());
        Assert.AreEqual("open", fact.Codes["state"].Single());
        Assert.IsFalse(fact.Codes.ContainsKey("status"), "no answer is no code");
    }

    [TestMethod]
    public async Task A_second_problem_that_is_no_family_violence_leaves_the_fact_without_answer()
    {
        await using var office = await Office.OpenAsync();
        await office.SaveAsync(("secondary_problems", "addictions"));
        Assert.IsFalse((await office.PushedAsync()).Single().Codes.ContainsKey("vif"));
    }

    [TestMethod]
    public async Task A_question_that_a_condition_hid_was_not_put_and_says_so()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("problem", "logement"));
        await office.ContactAsync(id, "2026-11-21", "no");
        var facts = await office.PushedAsync();
        Assert.AreEqual("not_applicable", facts.Single(fact => fact.Unit == "situations").Codes["violence_forms"].Single());
        Assert.AreEqual("not_applicable", facts.Single(fact => fact.Unit == "contacts").Codes["place"].Single());

        await office.Situations.EditAsync(Office.Worker, TestSites.Dunkerque, id, 2, Typing.Saved(("problem", "violences_conjugales")));
        Assert.IsFalse((await office.PushedAsync()).Single(fact => fact.Unit == "situations").Codes.ContainsKey("violence_forms"), "put, and not answered yet");
    }

    [TestMethod]
    public async Task Nothing_nominative_crosses_the_wall()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(
            ("person.last_name", "Exempligrandis"), ("person.birth_date", "1987-06-05"), ("person.address", "Ruelle Inventissime"), ("note", "Secretissime"),
            ("safe_phone", "06 00 00 12 34"));
        await office.ContactAsync(
            id, "2026-11-21", "yes", ("note", "Secretissime"), ("orientations[0].partner", Partner), ("orientations[0].detail", "Secretissime"));
        var pushed = PendingFacts.Write(await office.PushedAsync());
        foreach (var secret in (string[])["xempl", "1987", "Inventissime", "Secretissime", "12 34", id.ToString("N"), id.ToString()])
        {
            Assert.DoesNotContain(secret, pushed);
        }

        Assert.Contains("35_44", pushed);
    }

    [TestMethod]
    public async Task Contacts_and_orientations_are_facts_of_their_own_day_and_the_delay_is_in_days()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("problem", "violences_conjugales"));
        await office.ContactAsync(id, "2026-11-23", "yes", ("orientations[0].partner", Partner), ("orientations[1].partner", Partner));
        var facts = await office.PushedAsync();
        Assert.AreEqual(3, facts.Single(fact => fact.Unit == "situations").Measures["days_to_first_contact"]);
        Assert.AreEqual(1, facts.Count(fact => fact.Unit == "contacts"));
        Assert.AreEqual(
            2,
            facts.Count(
                fact => fact.Unit == "orientations" && fact.On == new DateOnly(2026, 11, 23) && fact.Codes["partner"].Single() == Partner
                    && fact.Codes["vif"].Single() == "yes"));
    }

    [TestMethod]
    public async Task An_edit_takes_the_place_of_what_was_pushed_and_a_closing_says_its_length_and_reason()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("problem", "logement"));
        await office.PushedAsync();
        await office.Situations.EditAsync(Office.Worker, TestSites.Dunkerque, id, 1, Typing.Saved(("problem", "fugue")));
        await office.CloseAsync(id, "2026-11-22");
        var fact = (await office.PushedAsync()).Single();
        Assert.AreEqual("fugue", fact.Codes["problem"].Single());
        Assert.AreEqual("closed", fact.Codes["state"].Single());
        Assert.AreEqual("fin_intervention", fact.Codes["reason"].Single());
        Assert.AreEqual(2, fact.Measures["days_open"]);
    }

    [TestMethod]
    public async Task A_situation_that_was_met_and_closed_has_every_measure_that_a_report_may_name()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync(("problem", "logement"));
        await office.ContactAsync(id, "2026-11-21");
        await office.CloseAsync(id, "2026-11-22");

        var fact = (await office.PushedAsync()).Single(fact => fact.Unit == "situations");
        Assert.IsEmpty(FactNames.Measures.Except(fact.Measures.Keys));
        Assert.AreEqual("closed yes", $"{fact.Codes[FactNames.State].Single()} {fact.Codes[FactNames.Contacted].Single()}");
    }

    [TestMethod]
    public async Task A_contact_noted_before_the_referral_is_a_delay_of_zero()
    {
        await using var office = await Office.OpenAsync();
        await office.ContactAsync(await office.SaveAsync(), "2026-11-19");
        Assert.AreEqual(0, (await office.PushedAsync()).Single(fact => fact.Unit == "situations").Measures["days_to_first_contact"]);
    }

    [TestMethod]
    public async Task Facts_that_could_not_be_pushed_are_kept_and_arrive_once_when_they_can()
    {
        await using var office = await Office.OpenAsync();
        office.Facts.IsDown = true;
        await office.SaveAsync();
        await Assert.ThrowsExactlyAsync<IOException>(office.PushedAsync);
        office.Facts.IsDown = false;
        Assert.HasCount(1, await office.PushedAsync());
    }

    private static string Partner => TestSites.Dunkerque.Definition.Codes["partner"][0].Value;
}
