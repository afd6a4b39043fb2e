using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Intake.Forms;

namespace Modular.Intake.Tests.Forms;

[TestClass]
public sealed class FormReaderTests
{
    [TestMethod]
    public void Two_answers_are_enough_to_save() => Assert.IsTrue(Typing.Saved().IsValid);

    [TestMethod]
    public void What_saving_needs_is_asked_for_at_its_field()
    {
        var reading = Typing.Situation(TestSites.Dunkerque, ("referred_on", "2026-11-20"));
        CollectionAssert.AreEqual(new[] { "station" }, reading.Errors.Keys.ToList());
        StringAssert.Contains(reading.Errors["station"], "nécessaire");
    }

    [TestMethod]
    public void What_closing_needs_is_listed_and_refuses_nothing()
    {
        var reading = Typing.Saved();
        CollectionAssert.Contains(reading.Missing.Select(field => field.Id).ToList(), "problem");
        Assert.IsTrue(reading.IsValid);
    }

    [TestMethod]
    public void A_branch_opens_when_its_condition_holds()
    {
        Assert.Contains("violence_forms", Typing.Saved(("problem", "conflit_conjugal")).Hidden);
        Assert.DoesNotContain("violence_forms", Typing.Saved(("problem", "violences_conjugales")).Hidden);
    }

    [TestMethod]
    public void A_hidden_answer_is_not_kept_and_comes_back_when_its_branch_is_shown_again()
    {
        var hidden = Typing.Saved(("problem", "conflit_conjugal"), ("violence_forms", "physiques"));
        Assert.IsFalse(hidden.Answers.Has("violence_forms"));
        Assert.AreEqual("physiques", hidden.Typed.One("violence_forms"));

        var shown = Typing.Saved(("problem", "violences_conjugales"), ("violence_forms", hidden.Typed.One("violence_forms")));
        CollectionAssert.AreEqual(new[] { "physiques" }, shown.Answers.CodesOf("violence_forms").ToList());
    }

    [TestMethod]
    public void A_hidden_field_with_nonsense_in_it_refuses_nothing() =>
        Assert.IsTrue(Typing.Saved(("problem", "conflit_conjugal"), ("violence_forms", "nonsense")).IsValid);

    [TestMethod]
    public void A_hidden_field_is_not_required_for_closing() =>
        Assert.DoesNotContain("children_present", Typing.Saved(("children_in_home", "0")).Missing.Select(field => field.Id));

    [TestMethod]
    public void A_hidden_section_hides_its_fields()
    {
        var reading = Typing.Saved(("problem", "logement"), ("immediate_danger", "yes"));
        Assert.Contains("#danger", reading.Hidden);
        Assert.IsFalse(reading.Answers.Has("immediate_danger"));
    }

    [TestMethod]
    public void A_condition_on_the_person_s_birth_date_reads_inside_the_block()
    {
        Assert.DoesNotContain("declared_age_group", Typing.Saved().Hidden);
        Assert.Contains("declared_age_group", Typing.Saved(("person.birth_date", "1990-02-28")).Hidden);
    }

    [TestMethod]
    [DataRow("1990-11-20", "35_44")]
    [DataRow("2013-11-20", "13_17")]
    [DataRow("2013-11-21", "6_12")]
    [DataRow("2020-11-20", "6_12")]
    [DataRow("2026-11-20", "0_5")]
    [DataRow("1951-11-20", "75_plus")]
    [DataRow("1951-11-21", "65_74")]
    public void The_age_group_is_that_of_the_day_of_the_referral(string birth, string group) =>
        Assert.AreEqual(group, Typing.Saved(("person.birth_date", birth)).Code("age_group"));

    [TestMethod]
    public void Without_birth_date_the_age_group_is_the_one_chosen_and_never_a_blank()
    {
        Assert.AreEqual("25_34", Typing.Saved(("declared_age_group", "25_34")).Code("age_group"));
        Assert.AreEqual("not_given", Typing.Saved().Code("age_group"));
    }

    [TestMethod]
    public void Family_violence_is_computed_from_the_codes_and_absent_when_no_problem_is_noted()
    {
        Assert.AreEqual("yes", Typing.Saved(("problem", "violences_conjugales")).Code("vif"));
        Assert.AreEqual("yes", Typing.Saved(("problem", "logement"), ("secondary_problems", "violences_sur_mineur")).Code("vif"));
        Assert.AreEqual("no", Typing.Saved(("problem", "conflit_conjugal")).Code("vif"));
        Assert.IsNull(Typing.Saved().Code("vif"));
    }

    [TestMethod]
    public void A_second_problem_alone_may_say_yes_to_family_violence_never_no()
    {
        Assert.AreEqual("yes", Typing.Saved(("secondary_problems", "violences_sur_mineur")).Code("vif"));
        Assert.IsNull(Typing.Saved(("secondary_problems", "addictions")).Code("vif"));
        Assert.IsNull(Typing.Saved(("problem", "~unknown"), ("secondary_problems", "addictions")).Code("vif"));
    }

    [TestMethod]
    public void A_computed_answer_that_is_posted_counts_for_nothing() =>
        Assert.AreEqual("no", Typing.Saved(("problem", "logement"), ("vif", "yes")).Code("vif"));

    [TestMethod]
    public void Not_known_is_an_answer_and_not_a_no()
    {
        var reading = Typing.Saved(("children_in_home~", "unknown"));
        Assert.AreEqual(new Answer.Missing(NotGiven.Unknown), reading.Answers["children_in_home"]);
        Assert.AreEqual("not_asked", Typing.Saved(("agreement", "~not_asked")).Code("agreement"));
    }

    [TestMethod]
    public void A_special_answer_that_the_question_does_not_take_is_refused() => Assert.IsFalse(Typing.Saved(("agreement", "~refused")).IsValid);

    [TestMethod]
    public void A_value_typed_beside_a_special_answer_is_the_one_that_counts() =>
        Assert.AreEqual(new Answer.Number(2), Typing.Saved(("children_in_home", "2"), ("children_in_home~", "unknown")).Answers["children_in_home"]);

    [TestMethod]
    public void A_key_that_the_form_does_not_know_refuses_the_save() => Assert.IsTrue(Typing.Saved(("colour", "blue")).Errors.ContainsKey(""));

    [TestMethod]
    public void A_code_that_is_not_in_the_list_is_refused() => Assert.IsTrue(Typing.Saved(("problem", "conflit_et_violence")).Errors.ContainsKey("problem"));

    [TestMethod]
    public void A_station_of_another_site_is_refused() =>
        Assert.IsTrue(Typing.Situation(TestSites.Dunkerque, ("referred_on", "2026-11-20"), ("station", "chaumont")).Errors.ContainsKey("station"));

    [TestMethod]
    public void A_date_in_the_future_is_refused_today_is_not()
    {
        Assert.IsTrue(Typing.Situation(TestSites.Dunkerque, ("referred_on", "2026-11-24"), ("station", "dunkerque")).Errors.ContainsKey("referred_on"));
        Assert.IsTrue(Typing.Situation(TestSites.Dunkerque, ("referred_on", "2026-11-23"), ("station", "dunkerque")).IsValid);
    }

    [TestMethod]
    public void Bounds_of_a_number_are_included()
    {
        Assert.IsTrue(Typing.Saved(("children_in_home", "20")).IsValid);
        Assert.IsTrue(Typing.Saved(("children_in_home", "0")).IsValid);
        Assert.IsTrue(Typing.Saved(("children_in_home", "21")).Errors.ContainsKey("children_in_home"));
        Assert.IsTrue(Typing.Saved(("children_in_home", "-1")).Errors.ContainsKey("children_in_home"));
    }

    [TestMethod]
    public void Rows_are_read_in_order_empty_ones_left_out()
    {
        var reading = Typing.Read(TestSites.Dunkerque, "contact",
            ("on", "2026-11-23"), ("kind", "telephone"), ("reached", "yes"),
            ("orientations[0].partner", "siao_115"), ("orientations[1].partner", ""), ("orientations[2].partner", "avocat_point_justice"));
        Assert.IsTrue(reading.IsValid, string.Join(", ", reading.Errors.Select(error => error.Key + " " + error.Value)));
        CollectionAssert.AreEqual(
            new[] { "siao_115", "avocat_point_justice" }, reading.Answers.Rows("orientations").Select(row => row.Code("partner")).ToList());
    }

    [TestMethod]
    public void An_error_inside_a_row_stands_at_its_row()
    {
        var reading = Typing.Read(TestSites.Dunkerque, "contact",
            ("on", "2026-11-23"), ("kind", "telephone"), ("reached", "yes"), ("orientations[0].partner", "siao_115"), ("orientations[1].partner", "nobody"));
        CollectionAssert.AreEqual(new[] { "orientations[1].partner" }, reading.Errors.Keys.ToList());
    }

    [TestMethod]
    public void More_rows_than_the_form_allows_are_refused()
    {
        var many = Enumerable.Range(0, 11).Select(row => ($"orientations[{row}].partner", "avocat_point_justice"));
        Assert.IsTrue(
            Typing.Read(TestSites.Dunkerque, "contact", [("on", "2026-11-23"), ("kind", "telephone"), ("reached", "yes"), .. many])
                .Errors.ContainsKey("orientations"));
    }

    [TestMethod]
    public void A_row_taken_away_moves_the_others_up()
    {
        var typed = Typing.Of(("orientations[0].partner", "a"), ("orientations[1].partner", "b"), ("orientations[2].partner", "c"))
            .WithoutRow("orientations", 1);
        CollectionAssert.AreEqual(new[] { "a", "c" }, typed.RowsOf("orientations").Select(row => typed.One($"orientations[{row}].partner")).ToList());
    }

    [TestMethod]
    public void What_was_stored_reads_back_the_same_when_it_is_shown_for_change()
    {
        var reading = Typing.Saved(
            ("person.last_name", "Exemple"), ("person.birth_date", "1990-02-28"), ("problem", "violences_conjugales"), ("violence_forms", "physiques"),
            ("violence_forms", "verbales"), ("children_in_home~", "refused"), ("agreement", "~not_asked"), ("note", "Deux\r\nlignes"));
        var again = TestSites.Dunkerque.Read(reading.Form.Id, TypedAnswers.Of(reading.Answers), TestSites.Today);
        Assert.AreEqual(reading.Answers, again.Answers);
        Assert.AreEqual("Deux\nlignes", again.Answers.Text("note"));
    }

    [TestMethod]
    public void Rules_in_code_open_the_track_of_young_first_offenders()
    {
        var reading = Typing.Situation(
            TestSites.Pantin, ("referred_on", "2026-11-20"), ("station", TestSites.Pantin.Definition.Stations[0].Id), ("person.birth_date", "2011-05-04"));
        Assert.IsNotNull(reading.Code("track"));
    }

    [TestMethod]
    public void Every_free_text_reaches_the_rules_rows_and_the_person_s_address_included()
    {
        var reading = Typing.Read(TestSites.Dunkerque, "contact",
            ("on", "2026-11-23"), ("kind", "telephone"), ("reached", "yes"), ("note", "un"), ("orientations[0].partner", "avocat_point_justice"),
            ("orientations[0].detail", "deux"));
        CollectionAssert.AreEquivalent(new[] { "note", "orientations[0].detail" }, reading.FreeTexts.Select(text => text.Field).ToList());
        CollectionAssert.Contains(Typing.Saved(("person.address", "trois")).FreeTexts.Select(text => text.Field).ToList(), "person.address");
    }
}
