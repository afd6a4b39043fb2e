namespace Modular.Sites.Tests.Checking;

[TestClass]
public sealed class LabelTests
{
    [TestMethod]
    [DataRow("site.json", "{ \"code\": \"carte_de_visite\", \"label\": \"Carte de visite\" }", "{ \"code\": \"carte_de_visite\", \"label\": ▸\"Courriel\" }", "Courriel")]
    [DataRow("site.json", "{ \"code\": \"carte_de_visite\", \"label\": \"Carte de visite\" }", "{ \"code\": \"carte_de_visite\", \"label\": ▸\" courriel\u00A0\" }", " courriel\u00A0")]
    [DataRow("site.json", "\"name\": \"Gendarmerie Sud\"", "\"name\": ▸\"Commissariat  nord\"", "Commissariat  nord")]
    [DataRow("site.json", "\"stations\": [\"nord\", \"sud\"] }", "\"stations\": [\"nord\", \"sud\"] },\n    { \"id\": \"poste-2\", \"name\": ▸\"POSTE 1\", \"stations\": [\"sud\"] }", "POSTE 1")]
    [DataRow("site.json", "\"id\": \"ville\", \"name\": \"Ville\"", "\"id\": \"ville\", \"name\": ▸\"État\"", "État")]
    [DataRow("forms/situation.json", "\"label\": \"Autres problèmes\"", "\"label\": ▸\"Problème principal\"", "Problème principal")]
    [DataRow("forms/situation.json", "\"title\": \"Danger\"", "\"title\": ▸\"Saisine\"", "Saisine")]
    [DataRow("forms/contact.json", "\"label\": \"Suite\"", "\"label\": ▸\"Partenaire\"", "Partenaire")]
    public void Two_that_nobody_could_tell_apart_are_refused(string file, string old, string with, string label) =>
        Broken.Expect(file, old, with, $"\"{label}\" is read twice: people could not tell one from the other.");

    [TestMethod]
    [DataRow("site.json", "{ \"code\": \"carte_de_visite\", \"label\": \"Carte de visite\" }", "{ \"code\": \"carte_de_visite\", \"label\": \"Courriel\", \"retired\": true }")]
    [DataRow("site.json", "{ \"code\": \"telephone\", \"label\": \"Téléphone\" }", "{ \"code\": \"telephone\", \"label\": \"Courriel\" }")]
    [DataRow("forms/contact.json", "\"label\": \"Partenaire\"", "\"label\": \"Comment\"")]
    public void What_is_never_seen_side_by_side_may_read_alike(string file, string old, string with) => Broken.ExpectRight(file, old, with);

    [TestMethod]
    public void Two_branches_of_one_question_may_read_alike() => Broken.ExpectRight(
        "forms/situation.json",
        "{ \"id\": \"children\",",
        """
        { "id": "detail_a", "kind": "text", "label": "Précisez", "when": { "field": "problem", "is": "conflit_conjugal" } },
              { "id": "detail_b", "kind": "text", "label": "Précisez", "when": { "field": "problem", "is": "appels_repetes" } },
              { "id": "children",
        """);
}
