using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Forms.Tests;

[TestClass]
public sealed class FormPlanTests
{
    private static readonly FormField AgeGroup =
        SmallForms.Field("age_group", FieldKind.Computed) with { Compute = Computation.AgeGroup, From = ["person.birth_date"] };

    private static readonly FormField Track = SmallForms.Field("track", FieldKind.Computed) with { Compute = Computation.Rules, Codes = "fruit" };

    [TestMethod]
    public void A_name_means_the_row_s_field_first_then_the_form_s_then_a_part_of_a_person()
    {
        var group = SmallForms.Field("rows", FieldKind.Group) with { Fields = [SmallForms.Field("a", FieldKind.Text)] };
        var plan = SmallForms.Plan(SmallForms.Field("a", FieldKind.YesNo), SmallForms.Field("person", FieldKind.Person), group);
        Assert.AreEqual(FieldKind.Text, plan.Find("a", group)!.Asked.Field.Kind);
        Assert.AreEqual(FieldKind.YesNo, plan.Find("a", null)!.Asked.Field.Kind);
        Assert.AreEqual(FieldKind.Date, plan.Find("person.birth_date", group)!.Asked.Field.Kind);
        Assert.IsNull(plan.Find("rows.a", null));
        Assert.IsNull(plan.Find("person.size", null));
    }

    [TestMethod]
    public void A_field_is_found_by_its_role_whatever_its_name()
    {
        var plan = SmallForms.Plan(SmallForms.Field("arrived", FieldKind.Date) with { Role = FieldRole.ReferralDate });
        Assert.AreEqual("arrived", plan.Id(FieldRole.ReferralDate));
        Assert.AreEqual(new DateOnly(2026, 11, 20), SmallForms.Read(plan, SmallForms.Typed(("arrived", "20/11/2026"))).Date(FieldRole.ReferralDate));
        Assert.IsNull(plan[FieldRole.Station]);
        Assert.ThrowsExactly<InvalidOperationException>(() => plan.Id(FieldRole.Station));
    }

    [TestMethod]
    public void What_decides_what_else_is_shown_is_traced_through_what_is_computed()
    {
        var school = SmallForms.Field("school", FieldKind.YesNo) with { When = new Condition.In("age_group", ["6_12"]) };
        var plan = SmallForms.Plan(SmallForms.Field("person", FieldKind.Person), AgeGroup, school);
        CollectionAssert.AreEquivalent(new[] { "age_group", "person.birth_date" }, plan.Sources.ToArray());
    }

    [TestMethod]
    [DataRow("a", true)]
    [DataRow("a~", true)]
    [DataRow("rows[3].b", true)]
    [DataRow("person.address", true)]
    [DataRow("rows.b", false)]
    [DataRow("person[0].address", false)]
    [DataRow("colour", false)]
    public void A_path_that_no_field_explains_is_unasked(string path, bool isAsked)
    {
        var plan = SmallForms.Plan(
            SmallForms.Field("a", FieldKind.Integer), SmallForms.Field("person", FieldKind.Person),
            SmallForms.Field("rows", FieldKind.Group) with { Fields = [SmallForms.Field("b", FieldKind.Text)] });
        Assert.AreEqual(isAsked, !plan.Unasked(SmallForms.Typed((path, "x"))).Any());
    }

    [TestMethod]
    public void Rules_that_fail_leave_the_page_usable_and_refuse_the_save()
    {
        var plan = SmallForms.Plan(Track);
        Assert.AreEqual(FormReading.RulesFailed, FormReader.Read(plan, TypedAnswers.Empty, SmallForms.Today, null, _ => null).Errors[""]);
        var derived = FormReader.Read(plan, TypedAnswers.Empty, SmallForms.Today, null, _ => new Dictionary<string, string> { ["track"] = "poire" });
        Assert.AreEqual(new Answer.Choice("poire"), derived.Answers["track"]);
    }

    [TestMethod]
    public void A_draft_that_rules_are_given_does_not_change_under_their_hands()
    {
        AnswerSet? seen = null;
        var plan = SmallForms.Plan(Track, SmallForms.Field("later", FieldKind.Text));
        FormReader.Read(plan, SmallForms.Typed(("later", "x")), SmallForms.Today, null, draft =>
        {
            seen = draft.Answers;
            return new Dictionary<string, string>();
        });
        Assert.IsFalse(seen!.Has("later"));
    }
}
