using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Intake.Forms;

namespace Modular.Intake.Tests.Forms;

[TestClass]
public sealed class FormLegendTests
{
    [TestMethod]
    public void A_legend_reads_back_the_same_with_the_roles_of_its_form()
    {
        var legend = FormLegend.FromJson(FormLegend.Of(TestSites.Dunkerque.Plan("situation")).ToJson());
        Assert.AreEqual("safe_phone", legend.Line(FieldRole.SafePhone)!.Id);
        Assert.AreEqual("safe_contact", legend.Section(FieldRole.SafePhone)!.Id);
        Assert.AreEqual("identity", legend.Section(FieldRole.Person)!.Id);
        Assert.IsNull(legend.Line(FieldRole.ClosingDate));
    }

    [TestMethod]
    public void A_legend_that_was_kept_before_forms_had_roles_knows_its_fields_by_the_names_of_then()
    {
        const string Old = """
            {"Form":"situation","Title":"Fiche","Sections":[
              {"Id":"safe_contact","Title":"Contact sûr","Lines":[{"Id":"safe_phone","Label":"Numéro sûr","Unit":null,"Labels":{},"Parts":[]}]},
              {"Id":"notes","Title":"Notes","Lines":[{"Id":"note","Label":"Vos notes","Unit":null,"Labels":{},"Parts":[]}]}]}
            """;
        var legend = FormLegend.FromJson(Old);
        Assert.AreEqual("safe_contact", legend.Section(FieldRole.SafePhone)!.Id);
        Assert.IsNull(legend.Section(FieldRole.Person));
    }

    [TestMethod]
    public void A_name_of_then_means_nothing_in_a_form_that_gives_roles()
    {
        var legend = FormLegend.FromJson("""
            {"Form":"contact","Title":"Entretien","Sections":[
              {"Id":"contact","Title":"Entretien","Lines":[
                {"Id":"met_on","Label":"Le","Unit":null,"Labels":{},"Parts":[],"Role":"contact_date"},
                {"Id":"on","Label":"Sur rendez-vous ?","Unit":null,"Labels":{"yes":"Oui"},"Parts":[]}]}]}
            """);
        Assert.AreEqual("met_on", legend.Line(FieldRole.ContactDate)!.Id);
        Assert.AreEqual("Oui", legend.Line("on")!.Read(new Answer.Choice("yes")));
        Assert.IsNull(legend.Line(FieldRole.Reached));
    }
}
