namespace Modular.Sites.Tests.Checking;

[TestClass]
public sealed class ConditionTests
{
    private const string File = "forms/situation.json";
    private const string Section = "\"when\": { \"field\": \"problem\", \"in\": \"vif\" }";
    private const string Field = "\"when\": { \"field\": \"children\", \"atLeast\": 1 }";

    [TestMethod]
    [DataRow("""{ "field": ▸"problm", "in": "vif" }""", """There is no field "problm" in this form. Did you mean "problem"?""")]
    [DataRow("""{ "field": ▸"children_present", "is": "yes" }""", "\"children_present\" stands later: a condition names only fields that come before.")]
    [DataRow("""{ "field": "problem", "is": ▸"conflit" }""", "\"conflit\" is not an option of \"problem\".")]
    [DataRow("""{ "field": "problem", "in": ["conflit_conjugal", ▸"refused"] }""", "\"refused\" is not an option of \"problem\".")]
    [DataRow("""{ "field": "referral_mode", "in": ▸"vif" }""", "\"vif\" names codes of the list problem: \"referral_mode\" does not choose from it.")]
    [DataRow("""{ "field": "station", "is": ▸"est" }""", "\"est\" is not an option of \"station\".")]
    [DataRow(
        """{ "field": ▸"person.birth_dat", "answered": true }""", """There is no field "person.birth_dat" in this form. Did you mean "person.birth_date"?""")]
    [DataRow("""{ "field": ▸"problem", "atLeast": 3 }""", "\"problem\" is of kind one_of: its answer cannot be compared in this way.")]
    [DataRow("""{ "field": ▸"children", "is": "yes" }""", "\"children\" is of kind integer: its answer cannot be compared in this way.")]
    [DataRow("""{ "field": ▸"problem", "contains": "autre" }""", "\"problem\" is of kind one_of: its answer cannot be compared in this way.")]
    [DataRow(
        """{ "field": "problem", "is": "conflit_conjugal", ▸"in": "vif" }""",
        """A condition has only one of "all", "any", "not", "is", "in", "contains", "answered", "after", "before", "atLeast", "atMost", not "is" and "in".""")]
    [DataRow(
        """▸{ "field": "problem", "iz": "conflit_conjugal" }""",
        """A condition has one of "all", "any", "not", "is", "in", "contains", "answered", "after", "before", "atLeast", "atMost". Did you mean "is"?""")]
    public void A_name_that_means_nothing_there_is_refused(string condition, string fault) =>
        Broken.Expect(File, Section, $"\"when\": {condition}", fault);

    [TestMethod]
    [DataRow("""{ "field": "children", "atLeast": 21 }""")]
    [DataRow("""{ "field": "children", "atLeast": 5, "atMost": 4 }""")]
    [DataRow("""{ "field": "referred_on", "after": "2026-01-01", "before": "2026-01-02" }""")]
    [DataRow("""{ "all": [ { "field": "station", "is": "nord" }, { "field": "station", "is": "sud" } ] }""")]
    [DataRow("""{ "all": [ { "field": "problem", "in": "vif" }, { "not": { "field": "problem", "answered": true } } ] }""")]
    [DataRow("""{ "all": [ { "field": "children", "atLeast": 3 }, { "not": { "field": "children", "atLeast": 2 } } ] }""")]
    [DataRow(
        """{ "all": [ { "field": "secondary_problems", "contains": ["conflit_conjugal"] }, """
            + """{ "not": { "field": "secondary_problems", "in": ["conflit_conjugal", "appels_repetes"] } } ] }""")]
    public void A_condition_that_can_never_hold_is_refused(string condition) =>
        Broken.Expect(File, Section, $"\"when\": ▸{condition}", "This condition can never hold.");

    [TestMethod]
    [DataRow("""{ "any": [ { "field": "problem", "answered": true }, { "field": "problem", "answered": false } ] }""")]
    [DataRow("""{ "not": ▸{ "all": [ { "field": "station", "is": "nord" }, { "field": "station", "is": "sud" } ] } }""", "This condition can never hold.")]
    [DataRow("""{ "any": [ { "field": "children", "atMost": 3 }, { "field": "children", "atLeast": 3 }, { "field": "children", "answered": false } ] }""")]
    public void A_condition_that_always_holds_is_refused(string condition, string sentence = "This condition always holds: leave it out.") =>
        Broken.Expect(
            File, Section, condition.Contains(Broken.Here, StringComparison.Ordinal) ? $"\"when\": {condition}" : $"\"when\": ▸{condition}", sentence);

    [TestMethod]
    [DataRow("""{ "field": "problem", "is": "unknown" }""")]
    [DataRow(
        """{ "all": [ { "field": "secondary_problems", "contains": ["conflit_conjugal", "appels_repetes"] }, """
            + """{ "not": { "field": "secondary_problems", "contains": "violences_conjugales" } } ] }""")]
    [DataRow("""{ "field": "children", "atLeast": 20, "atMost": 20 }""")]
    [DataRow("""{ "field": "referred_on", "after": "2026-01-01", "before": "2026-01-03" }""")]
    [DataRow("""{ "field": "person.birth_date", "after": "2008-11-23" }""")]
    [DataRow("""{ "any": [ { "field": "problem", "in": "vif" }, { "field": "problem", "answered": false } ] }""")]
    public void A_condition_that_can_hold_and_fail_is_right(string condition) =>
        Broken.ExpectRight(File, Section, $"\"when\": {condition}");

    [TestMethod]
    public void A_field_that_its_section_always_hides_is_refused() => Broken.Expect(
        File, Field, "\"when\": ▸{ \"field\": \"problem\", \"is\": \"conflit_conjugal\" }",
        "\"children_present\" can never be shown: what surrounds it is hidden whenever this condition holds.");

    [TestMethod]
    public void A_source_that_is_hidden_has_no_answer() => Broken.Expect(
        // The section is shown for VIF alone: an answer inside it and a problem that is no VIF never stand together.
        File,
        "\"atLeast\": 1 } }\n    ] }",
        """
        "atLeast": 1 } }
            ] },
            { "id": "more", "title": "x", "when": ▸{ "all": [
              { "field": "children_present", "is": "yes" }, { "field": "problem", "is": "conflit_conjugal" } ] },
              "fields": [ { "id": "x", "kind": "yes_no", "label": "x" } ] }
        """,
        "This condition can never hold.");

    [TestMethod]
    public void A_part_that_can_never_hold_is_told_where_it_stands() => Broken.Expect(
        File, Section, "\"when\": { \"any\": [ { \"field\": \"problem\", \"in\": \"vif\" }, ▸{ \"field\": \"children\", \"atLeast\": 30 } ] }",
        "This condition can never hold.");

    [TestMethod]
    public void In_vif_on_a_site_without_vif_codes_can_never_hold()
    {
        using var plugin = new TempPlugin().Replace("site.json", ",\n  \"vif\": [\"violences_conjugales\"]", "");
        Assert.AreEqual("This condition can never hold.", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    public void A_row_reads_its_own_fields_first_and_the_form_s_after_them()
    {
        using var plugin = new TempPlugin().Replace("forms/contact.json", "\"codes\": \"orientation_outcome\", \"label\": \"Suite\"",
            "\"codes\": \"orientation_outcome\", \"when\": { \"all\": [ { \"field\": \"partner\", \"is\": \"ccas\" }, { \"field\": \"reached\", \"is\": "
                + "\"yes\" } ] }, \"label\": \"Suite\"");
        Assert.IsEmpty(plugin.Faults());
    }

    [TestMethod]
    public void A_cycle_is_told_with_its_way() => Broken.Expect(
        File, "{ \"id\": \"children\",", "{ \"id\": \"a\", \"kind\": \"computed\", \"compute\": \"age_group\", \"label\": \"a\", \"from\": ▸[\"b\"] },\n      "
            + "{ \"id\": \"b\", \"kind\": \"date\", \"label\": \"b\", \"when\": { \"field\": \"a\", \"answered\": true } },\n      "
            + "{ \"id\": \"children\",",
        "\"a\" depends on itself: a → b → a.");
}
