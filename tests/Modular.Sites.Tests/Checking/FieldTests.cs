namespace Modular.Sites.Tests.Checking;

[TestClass]
public sealed class FieldTests
{
    private const string File = "forms/situation.json";
    private const string Children = "{ \"id\": \"children\",";
    private const string Duration = "{ \"id\": \"duration\",";
    private const string Partner = "{ \"id\": \"partner\",";
    private const string Reason = "{ \"id\": \"reason\",";

    [TestMethod]
    [DataRow("""{ "id": "x", "kind": "text", "label": "x", "fact": ▸true },""", "\"x\" may tell who the person is: it is never counted.")]
    [DataRow("""{ "id": "x", "kind": "telephone", "label": "x", "fact": ▸true },""", "\"x\" may tell who the person is: it is never counted.")]
    [DataRow(
        """{ "id": "x", "kind": "one_of", "codes": "partner", "label": "x", "nominative": true, "fact": ▸true },""",
        "\"x\" may tell who the person is: it is never counted.")]
    [DataRow("""{ "id": "x", "kind": "date", "label": "x", "fact": ▸true },""", """A field of kind date is not counted: only codes and whole numbers are.""")]
    [DataRow(
        """{ "id": "x", "kind": "commune", "label": "x", "fact": ▸true },""", """A field of kind commune is not counted: only codes and whole numbers are.""")]
    [DataRow("""▸{ "id": "x", "kind": "one_of", "label": "x" },""", "\"x\" needs \"codes\": the name of the list it chooses from.")]
    [DataRow("""{ "id": "x", "kind": "one_of", "codes": ▸"patner", "label": "x" },""", """site.json has no code list "patner". Did you mean "partner"?""")]
    [DataRow("""{ "id": "x", "kind": "yes_no", "codes": ▸"partner", "label": "x" },""", """A field of kind yes_no has no "codes".""")]
    [DataRow("""▸{ "id": "x", "kind": "computed", "label": "x" },""", "\"x\" needs \"compute\": it is of kind computed.")]
    [DataRow("""▸{ "id": "x", "kind": "group", "label": "x" },""", "\"x\" needs \"fields\": it is of kind group.")]
    [DataRow(
        """{ "id": "twice", "kind": "yes_no", "label": "x" }, { "id": ▸"twice", "kind": "yes_no", "label": "x" },""",
        """There is another field named "twice".""")]
    [DataRow("""{ "id": "x", "kind": "integer", "label": "x", "atLeast": 3, "atMost": ▸2 },""", """No answer is at least 3 and at most 2.""")]
    [DataRow("""{ "id": "x", "kind": "integer", "label": "x", "atMost": ▸"today" },""", "\"today\" is not a number.")]
    [DataRow(
        """{ "id": "x", "kind": "date", "label": "x", "atLeast": ▸"refered_on" },""", """There is no date field "refered_on". Did you mean "referred_on"?""")]
    [DataRow("""{ "id": "x", "kind": "date", "label": "x", "atLeast": ▸"station" },""", "\"station\" is not a date.")]
    [DataRow("""{ "id": "x", "kind": "date", "label": "x", "atLeast": ▸"x" },""", "\"x\" stands later: a bound names a date that comes before.")]
    [DataRow("""{ "id": "x", "kind": "text", "label": "x", "atLeast": ▸1 },""", """A field of kind text has no least and no greatest value.""")]
    [DataRow("""{ "id": "x", "kind": "computed", "compute": "vif", "from": [▸"children"], "label": "x" },""", "\"children\" cannot be read there by vif.")]
    public void A_field_that_contradicts_itself_is_refused(string field, string fault) =>
        Broken.Expect(File, Children, $"{field}\n      {Children}", fault);

    [TestMethod]
    public void A_fourth_field_needed_to_save_is_refused() => Broken.Expect(
        File,
        Children,
        """
        { "id": "third", "kind": "yes_no", "label": "x", "needed": "to_save" },
              { "id": "fourth", "kind": "yes_no", "label": "y", "needed": ▸"to_save" },
              { "id": "children",
        """,
        "Only 3 fields of a form may be needed to save: an emergency is never blocked.");

    [TestMethod]
    [DataRow("situation", "\"kind\": \"telephone\"", "\"kind\": ▸\"text\"", """The host reads "safe_phone" as telephone.""")]
    [DataRow("situation", "\"kind\": \"station\"", "\"kind\": ▸\"yes_no\"", """The host reads "station" as station.""")]
    [DataRow("contact", "\"codes\": \"contact_act\"", "\"codes\": ▸\"partner\"", """The host reads "acts" from the code list contact_act.""")]
    [DataRow(
        "closing",
        "{ \"id\": \"reason\", \"kind\": \"one_of\", \"role\": \"closing_reason\", \"codes\": \"closing_reason\", \"label\": \"Motif\", \"needed\": "
            + "\"to_save\"",
        "▸{ \"id\": \"reason\", \"kind\": \"one_of\", \"role\": \"closing_reason\", \"codes\": \"closing_reason\", \"label\": \"Motif\"",
        "\"reason\" is needed to save.")]
    [DataRow(
        "closing", "\"label\": \"Motif\"", "\"label\": \"Motif\", \"when\": ▸{ \"field\": \"closed_on\", \"answered\": true }",
        "\"reason\" is always shown: nothing is saved without it.")]
    public void The_fields_that_the_host_leans_on_are_as_their_role_wants_them(string form, string old, string with, string sentence) =>
        Broken.Expect($"forms/{form}.json", old, with, sentence);

    [TestMethod]
    [DataRow(
        "situation", "{ \"id\": \"person\", \"kind\": \"person\", \"role\": \"person\"", "▸{ \"id\": \"person\", \"kind\": \"person\"",
        "\"person\" needs \"role\": \"person\": a situation is found by the person's name. The host finds fields by their role, not by their identifier.")]
    [DataRow(
        "contact", "{ \"id\": \"partner\", \"kind\": \"one_of\", \"role\": \"partner\"", "▸{ \"id\": \"partner\", \"kind\": \"one_of\"",
        "\"partner\" needs \"role\": \"partner\": reports count by it. The host finds fields by their role, not by their identifier.")]
    public void A_field_that_the_host_knew_by_its_identifier_is_told_its_role(string form, string old, string with, string sentence) =>
        Broken.Expect($"forms/{form}.json", old, with, sentence);

    [TestMethod]
    public void A_role_that_no_field_has_is_asked_for()
    {
        using var plugin = new TempPlugin().Replace(
            File, "\"id\": \"safe_phone\", \"kind\": \"telephone\", \"role\": \"safe_phone\"", "\"id\": \"number\", \"kind\": \"telephone\"");
        Assert.AreEqual(
            "forms/situation.json:1:1: The host needs a field with \"role\": \"safe_phone\", of kind telephone, here: without it the fiche shows no safe "
                + "contact, and nobody is found by that number.",
            plugin.OnlyFault().ToString());
    }

    [TestMethod]
    public void A_field_of_a_role_has_the_name_that_its_site_likes() =>
        Broken.ExpectRight(File, "\"id\": \"safe_phone\"", "\"id\": \"number\"");

    [TestMethod]
    [DataRow(
        "situation", Children, """{ "id": "x", "kind": "date", "role": ▸"closing_date", "label": "x" },""",
        "The role closing_date is one of the form closing.")]
    [DataRow(
        "situation", Children, """{ "id": "x", "kind": "telephone", "role": ▸"safe_phone", "label": "x" },""",
        "\"safe_phone\" has the role safe_phone already.")]
    [DataRow(
        "contact", Duration, """{ "id": "x", "kind": "one_of", "codes": "partner", "role": ▸"partner", "label": "x" },""",
        "The role partner is one of the rows of the field with the role orientations.")]
    [DataRow(
        "situation", "{ \"id\": \"safe_phone\",", """{ "id": "x", "kind": "yes_no", "role": ▸"agreement", "label": "x" },""",
        "\"x\" stands in the section of the safe telephone, which the fiche shows as the safe contact: move it elsewhere.")]
    public void A_role_out_of_its_place_is_refused(string form, string before, string field, string sentence) =>
        Broken.Expect($"forms/{form}.json", before, $"{field} {before}", sentence);

    [TestMethod]
    public void A_field_of_the_form_does_not_bear_its_role_in_a_row() => Broken.Expect(
        "forms/contact.json",
        "{ \"id\": \"duration\", \"kind\": \"duration\", \"role\": \"duration\", \"label\": \"Durée\" },",
        """{ "id": "x", "kind": "group", "label": "x", "fields": [ { "id": "duration", "kind": "duration", "role": ▸"duration", "label": "y" } ] },""",
        "The role duration is one of the form itself, not of the rows of \"x\".");

    [TestMethod]
    public void The_rows_of_orientations_are_counted_as_orientations()
    {
        using var plugin = new TempPlugin().Replace("forms/contact.json", "\"countedAs\": \"orientations\"", "\"countedAs\": \"adresses\"");
        Assert.Contains("are counted as orientations", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    [DataRow("days_to_first_contact")]
    [DataRow("days_open")]
    [DataRow("contacts")]
    public void A_field_that_nothing_would_ever_fill_in_is_refused(string measure) => Broken.Expect(
        File,
        Children,
        $$"""{ "id": "x", "kind": "computed", "compute": ▸"{{measure}}", "label": "x", "fact": true }, {{Children}}""",
        $"\"x\" would stay empty: {measure} is worked out from the whole situation, not from a form. "
            + $"Leave the field out; reports name the measure \"{measure}\".");

    [TestMethod]
    public void A_figure_over_such_a_field_is_refused_as_well()
    {
        using var plugin = new TempPlugin()
            .Replace(File, Children, $$"""{ "id": "x", "kind": "computed", "compute": "days_open", "label": "x", "fact": true }, {{Children}}""")
            .Replace("reports/annuel.json", "\"median\": \"days_to_first_contact\"", "\"median\": \"x\"");

        Assert.AreEqual("\"x\" is no measure of situations.", plugin.Faults()[1].Sentence);
    }

    [TestMethod]
    [DataRow("""{ "id": ▸"contacted", "kind": "yes_no", "label": "x", "fact": true },""")]
    [DataRow("""{ "id": ▸"contacts", "kind": "integer", "label": "x", "fact": true },""")]
    public void An_answer_that_would_hide_behind_what_the_host_says_is_refused(string field) => Broken.Expect(
        File, Children, $"{field} {Children}",
        $"\"{(field.Contains("contacted", StringComparison.Ordinal) ? "contacted" : "contacts")}\" "
            + "is what the host says of every situation: choose another name for what is counted here.");

    [TestMethod]
    [DataRow("situation", Children, "force")]
    [DataRow("situation", Children, "vif")]
    [DataRow("situation", Children, "month")]
    [DataRow("situation", Children, "weekday")]
    [DataRow("contact", Duration, "station")]
    [DataRow("contact", Duration, "force")]
    [DataRow("contact", Duration, "vif")]
    [DataRow("contact", Partner, "force")]
    [DataRow("contact", Partner, "month")]
    [DataRow("closing", Reason, "weekday")]
    public void A_field_that_would_take_the_place_of_what_the_host_says_is_refused(string form, string before, string field) => Broken.Expect(
        $"forms/{form}.json", before, $$"""{ "id": ▸"{{field}}", "kind": "yes_no", "label": "x", "fact": true }, {{before}}""",
        $"\"{field}\" is what the host says of every situation: choose another name for what is counted here.");

    [TestMethod]
    [DataRow("situation", Children, "problem_core")]
    [DataRow("contact", Partner, "partner_core")]
    public void A_field_that_would_take_the_place_of_the_common_core_is_refused(string form, string before, string field) => Broken.Expect(
        $"forms/{form}.json", before, $$"""{ "id": ▸"{{field}}", "kind": "yes_no", "label": "x", "fact": true }, {{before}}""",
        "A name that ends in _core is what the host calls codes of the common core: choose another for what is counted here.");

    [TestMethod]
    [DataRow(
        "situation", Children,
        """{ "id": "vif", "kind": "computed", "compute": "vif", "from": ["problem", "secondary_problems"], "label": "x", "fact": true },""")]
    [DataRow("situation", Children, """{ "id": "force", "kind": "yes_no", "label": "x" },""")]
    [DataRow("contact", Duration, """{ "id": "station", "kind": "station", "label": "x", "fact": true },""")]
    [DataRow("contact", Duration, """{ "id": "state", "kind": "yes_no", "label": "x", "fact": true },""")]
    public void A_field_that_says_the_same_as_the_host_or_is_not_counted_keeps_its_name(string form, string before, string field) =>
        Broken.ExpectRight($"forms/{form}.json", before, $"{field} {before}");

    [TestMethod]
    public void Rows_that_no_report_could_name_are_refused()
    {
        const string Rows = """{ "id": "x", "kind": "group", "label": "x", "countedAs": ▸"demarches","""
            + """ "fields": [ { "id": "y", "kind": "yes_no", "label": "y", "fact": true } ] },""";
        Broken.Expect(File, Children, $"{Rows} {Children}", "Only rows of the form contact are counted: reports could not name \"demarches\".");
        Broken.Expect(
            "forms/contact.json", "{ \"id\": \"duration\"", Rows.Replace("demarches", "contacts", StringComparison.Ordinal) + " { \"id\": \"duration\"",
            "\"contacts\" is counted by the host already: choose another name for these rows.");
        Broken.ExpectRight("forms/contact.json", "{ \"id\": \"duration\"", Rows.Replace("▸", "", StringComparison.Ordinal) + " { \"id\": \"duration\"");
    }

    [TestMethod]
    public void An_association_holds_no_offence_fields_unless_it_says_so()
    {
        using var commune = new TempPlugin();
        using var association = new TempPlugin().Replace("site.json", "\"quality\": \"commune\"", "\"quality\": \"association\"");
        using var approved = new TempPlugin().Replace(
            "site.json", "\"quality\": \"commune\" },", "\"quality\": \"association\" }, \"holdsOffenceData\": true,");

        Assert.AreSequenceEqual([true, false, true], new[] { commune, association, approved }.Select(HasOffenceField).ToList());
    }

    [TestMethod]
    public void A_report_that_counts_an_offence_field_which_does_not_exist_here_is_refused()
    {
        using var plugin = new TempPlugin().Replace("site.json", "\"quality\": \"commune\"", "\"quality\": \"association\"")
            .Replace("reports/annuel.json", "\"by\": \"problem\"", "\"by\": \"known_offence\"");

        Assert.StartsWith("\"known_offence\" is no dimension", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    public void Free_text_and_persons_are_nominative_whatever_the_file_says()
    {
        using var plugin = new TempPlugin().Replace(
            File, Children, "{ \"id\": \"x\", \"kind\": \"text\", \"label\": \"x\", \"nominative\": false },\n      " + Children);
        var fields = plugin.Load().Forms["situation"].Fields.ToDictionary(field => field.Id);

        Assert.IsTrue(fields["x"].Nominative && fields["person"].Nominative);
    }

    private static bool HasOffenceField(TempPlugin plugin) => plugin.Load().Forms["situation"].Fields.Any(field => field.Id == "known_offence");
}
