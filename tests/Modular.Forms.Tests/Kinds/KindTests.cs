using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Forms.Kinds;

namespace Modular.Forms.Tests.Kinds;

[TestClass]
public sealed class KindTests
{
    [TestMethod]
    public void Each_kind_that_forms_may_name_is_one_class() =>
        CollectionAssert.AreEquivalent(Enum.GetValues<FieldKind>(), Kind.All.Select(kind => kind.Name).ToArray());

    [TestMethod]
    public void Each_kind_is_found_by_its_name() => Assert.IsTrue(Enum.GetValues<FieldKind>().All(name => Kind.Of(name).Name == name));

    [TestMethod]
    public void Whatever_is_typed_freely_may_tell_who_the_person_is_but_the_name_of_a_town() => CollectionAssert.AreEquivalent(
        new[] { FieldKind.Text, FieldKind.LongText, FieldKind.Telephone, FieldKind.Email, FieldKind.Person },
        Kind.All.Where(kind => kind.IsNominative).Select(kind => kind.Name).ToArray());

    [TestMethod]
    public void What_may_tell_who_the_person_is_is_no_code_and_no_number() =>
        Assert.IsFalse(Kind.All.Any(kind => kind.IsNominative && kind.IsCounted(SmallForms.Field("x", kind.Name))));

    [TestMethod]
    public void Codes_and_whole_numbers_are_counted() => CollectionAssert.AreEquivalent(
        new[] { FieldKind.Integer, FieldKind.Duration, FieldKind.YesNo, FieldKind.OneOf, FieldKind.SeveralOf, FieldKind.Station, FieldKind.Computed },
        Kind.All.Where(kind => kind.IsCounted(SmallForms.Field("x", kind.Name))).Select(kind => kind.Name).ToArray());

    [TestMethod]
    public void A_person_has_a_column_for_each_part_and_what_is_not_typed_in_one_cell_has_none()
    {
        var rows = SmallForms.Field("rows", FieldKind.Group) with { Fields = [SmallForms.Field("a", FieldKind.YesNo)] };
        var told = SmallForms.Field("told", FieldKind.Information);
        var plan = SmallForms.Plan(SmallForms.Field("person", FieldKind.Person), rows, told, SmallForms.Field("a", FieldKind.YesNo));
        Assert.AreEqual(
            "person.last_name person.first_name person.birth_date person.address person.telephone a",
            string.Join(' ', plan.Columns.Select(column => column.Path)));
    }

    [TestMethod]
    public void One_cell_holds_several_codes() => CollectionAssert.AreEqual(new[] { "a", "b" }, Kind.Of(FieldKind.SeveralOf).Values("a | b|").ToArray());

    [TestMethod]
    public void Every_age_group_can_be_worked_out_whatever_the_site_s_own_list_holds_and_bears_its_label()
    {
        var planned = SmallForms.Plan(SmallForms.Field("age_group", FieldKind.Computed) with { Compute = Computation.AgeGroup }).Fields[0];
        Assert.AreEqual("Tout-petits, De 6 à 12 ans", string.Join(", ", planned.Options.Select(option => option.Label)));
    }

    [TestMethod]
    public void Whatever_is_invented_is_read_without_a_fault()
    {
        var plan = SmallForms.OfEveryKind();
        for (var seed = 0; seed < 50; seed++)
        {
            var reading = SmallForms.Read(plan, InventedAnswers.Of(plan, new Random(seed), SmallForms.Today));
            Assert.IsTrue(reading.IsValid, string.Join(", ", reading.Errors));
        }
    }

    [TestMethod]
    public void The_same_chance_invents_the_same_answers()
    {
        var plan = SmallForms.OfEveryKind();
        Assert.AreEqual(Answers(), Answers());

        AnswerSet Answers() => SmallForms.Read(plan, InventedAnswers.Of(plan, new Random(7), SmallForms.Today)).Answers;
    }

    [TestMethod]
    public void An_invented_answer_gives_way_to_what_is_known_of_its_role()
    {
        var plan = SmallForms.Plan(SmallForms.Field("joined", FieldKind.YesNo) with { Role = FieldRole.Reached });
        Assert.IsTrue(Enumerable.Range(0, 50).All(seed => Invented(seed) == "no"));

        string Invented(int seed) => InventedAnswers.Of(plan, new Random(seed), SmallForms.Today, (FieldRole.Reached, "no")).One("joined");
    }
}
