namespace Modular.Sites.Tests.Checking;

[TestClass]
public sealed class LabelTests
{
    [TestMethod]
    [DataRow(
        "site.json", "{ \"code\": \"carte_de_visite\", \"label\": \"Carte de visite\" }", "{ \"code\": \"carte_de_visite\", \"label\": ▸\"Courriel\" }",
        "Courriel")]
    [DataRow(
        "site.json", "{ \"code\": \"carte_de_visite\", \"label\": \"Carte de visite\" }", "{ \"code\": \"carte_de_visite\", \"label\": ▸\" courriel\u00A0\" }",
        " courriel\u00A0")]
    [DataRow(
        "site.json", "{ \"code\": \"carte_de_visite\", \"label\": \"Carte de visite\" }",
        "{ \"code\": \"carte_de_visite\", \"label\": ▸\"Cour\u00ADriel\u200B\" }", "Cour\u00ADriel\u200B")]
    [DataRow("site.json", "\"name\": \"Gendarmerie Sud\"", "\"name\": ▸\"Commissariat  nord\"", "Commissariat  nord")]
    [DataRow(
        "site.json", "\"stations\": [\"nord\", \"sud\"] }",
        "\"stations\": [\"nord\", \"sud\"] },\n    { \"id\": \"poste-2\", \"name\": ▸\"POSTE 1\", \"stations\": [\"sud\"] }", "POSTE 1")]
    [DataRow("site.json", "\"id\": \"ville\", \"name\": \"Ville\"", "\"id\": \"ville\", \"name\": ▸\"État\"", "État")]
    [DataRow("forms/situation.json", "\"label\": \"Autres problèmes\"", "\"label\": ▸\"Problème principal\"", "Problème principal")]
    [DataRow("forms/situation.json", "\"title\": \"Danger\"", "\"title\": ▸\"Saisine\"", "Saisine")]
    [DataRow("forms/contact.json", "\"label\": \"Suite\"", "\"label\": ▸\"Partenaire\"", "Partenaire")]
    public void Two_that_nobody_could_tell_apart_are_refused(string file, string old, string with, string label) =>
        Broken.Expect(file, old, with, $"\"{label}\" is read twice: people could not tell one from the other.");

    [TestMethod]
    [DataRow(
        "site.json", "{ \"code\": \"carte_de_visite\", \"label\": \"Carte de visite\" }",
        "{ \"code\": \"carte_de_visite\", \"label\": \"Courriel\", \"retired\": true }")]
    [DataRow("site.json", "{ \"code\": \"telephone\", \"label\": \"Téléphone\" }", "{ \"code\": \"telephone\", \"label\": \"Courriel\" }")]
    [DataRow("forms/contact.json", "\"label\": \"Partenaire\"", "\"label\": \"Comment\"")]
    public void What_is_never_seen_side_by_side_may_read_alike(string file, string old, string with) => Broken.ExpectRight(file, old, with);

    [TestMethod]
    [DataRow("Ne sait pas")]
    [DataRow("ne sait pas")]
    [DataRow("Ne sait\u00A0pas")]
    public void An_option_that_reads_like_the_host_s_own_is_refused_where_both_are_offered(string label)
    {
        using var plugin = new TempPlugin().Replace("site.json", "\"label\": \"Conflit conjugal\"", $"\"label\": \"{label}\"");

        var fault = plugin.OnlyFault();
        Assert.AreEqual(
            "forms/situation.json:12:130: \"Ne sait pas\" is read twice at \"problem\": its options have it already, and \"unknown\" adds it. Keep one of "
                + "them.",
            fault.ToString());
        Assert.AreEqual(
            "«\u202FNe sait pas\u202F» se lit deux fois à la question «\u202Fproblem\u202F»\u202F: ses réponses le proposent déjà, et «\u202Funknown\u202F» "
                + "l’ajoute. Gardez l’un des deux.",
            fault.French);
    }

    [TestMethod]
    [DataRow("\"label\": \"Conflit conjugal\"", "\"label\": \"Refuse de répondre\"")]
    [DataRow("\"label\": \"Conflit conjugal\"", "\"label\": \"Ne sait pas\", \"retired\": true")]
    [DataRow("\"label\": \"Carte de visite\"", "\"label\": \"Ne sait pas\"")]
    public void An_option_may_read_like_an_answer_that_is_not_offered_beside_it(string old, string with) => Broken.ExpectRight("site.json", old, with);

    [TestMethod]
    [DataRow("\"is\": \"conflit_conjugal\"", "\"is\": \"conflit_conjugal\"")]
    [DataRow("\"is\": \"conflit_conjugal\"", "\"in\": [\"conflit_conjugal\"]")]
    [DataRow("\"is\": \"conflit_conjugal\"", "\"in\": [\"conflit_conjugal\", \"appels_repetes\"]")]
    [DataRow("\"in\": [\"conflit_conjugal\", \"appels_repetes\"]", "\"is\": \"appels_repetes\"")]
    public void Two_questions_of_which_one_never_comes_without_the_other_are_refused(string one, string other) => Broken.Expect(
        "forms/situation.json", "{ \"id\": \"children\",", Details(one, other, "▸"), "\"Précisez\" is read twice: people could not tell one from the other.");

    [TestMethod]
    public void Two_questions_that_follow_different_answers_may_read_alike() =>
        Broken.ExpectRight(
            "forms/situation.json", "{ \"id\": \"children\",",
            Details("\"in\": [\"conflit_conjugal\", \"unknown\"]", "\"in\": [\"appels_repetes\", \"unknown\"]"));

    [TestMethod]
    public void Two_sections_of_which_only_one_is_shown_may_read_alike() => Broken.ExpectRight(
        "forms/situation.json", "{ \"id\": \"danger\",", Section("Danger", "\"is\": \"conflit_conjugal\""));

    [TestMethod]
    [DataRow("\"is\": \"violences_conjugales\"")]
    [DataRow("\"in\": [\"violences_conjugales\", \"conflit_conjugal\"]")]
    [DataRow("\"answered\": true")]
    public void Two_sections_that_can_be_shown_together_are_refused(string condition) => Broken.Expect(
        "forms/situation.json", "{ \"id\": \"danger\", \"title\": \"Danger\"", Section("Danger", condition) + " \"title\": ▸\"Danger\"",
        "\"Danger\" is read twice: people could not tell one from the other.");

    [TestMethod]
    public void Two_branches_of_one_question_may_read_alike() => Broken.ExpectRight(
        "forms/situation.json",
        "{ \"id\": \"children\",",
        """
        { "id": "detail_a", "kind": "text", "label": "Précisez", "when": { "field": "problem", "is": "conflit_conjugal" } },
              { "id": "detail_b", "kind": "text", "label": "Précisez", "when": { "field": "problem", "is": "appels_repetes" } },
              { "id": "children",
        """);

    private static string Section(string title, string condition) =>
        $$"""{ "id": "other", "title": "{{title}}", "when": { "field": "problem", {{condition}} },"""
        + """ "fields": [ { "id": "other", "kind": "yes_no", "label": "x" } ] }, { "id": "danger",""";

    private static string Details(string one, string other, string here = "") => $$"""
        { "id": "detail_a", "kind": "text", "label": "Précisez", "when": { "field": "problem", {{one}} } },
              { "id": "detail_b", "kind": "text", "label": {{here}}"Précisez", "when": { "field": "problem", {{other}} } },
              { "id": "children",
        """;
}
