using Modular.Sites.Loading;
using Modular.Sites.Wording;

namespace Modular.Sites.Tests.Wording;

[TestClass]
public sealed class LanguageTests
{
    [TestMethod]
    [DataRow("site.json", "\"force\": \"gendarmerie\"", "\"force\": \"gendarmery\"",
        "\"gendarmery\" is not one of police, gendarmerie. Did you mean \"gendarmerie\"?",
        "« gendarmery » n’est pas l’une de ces valeurs : police, gendarmerie. Vouliez-vous dire « gendarmerie » ?")]
    [DataRow("presence.json", "\"08:30-12:30\"", "8",
        "One of day, morning, afternoon or exact hours such as 08:30-12:30 is wanted here, not a number.",
        "Il faut ici day, morning, afternoon ou des heures précises comme 08:30-12:30, pas un nombre.")]
    [DataRow("presence.json", "\"08:30-12:30\"", "\"8h30\"",
        "\"8h30\" is not one of day, morning, afternoon or exact hours such as 08:30-12:30.",
        "« 8h30 » ne convient pas : il faut ici day, morning, afternoon ou des heures précises comme 08:30-12:30.")]
    [DataRow("forms/situation.json", "\"when\": { \"field\": \"problem\", \"in\": \"vif\" }", "\"when\": true",
        "A condition is an object, not true.",
        "Une condition est un objet (entre accolades), pas true.")]
    [DataRow(
        "forms/situation.json", "\"when\": { \"field\": \"problem\", \"in\": \"vif\" }",
        "\"when\": { \"field\": \"problem\", \"is\": \"autre\", \"in\": \"vif\" }",
        "A condition has only one of \"all\", \"any\", \"not\", \"is\", \"in\", \"contains\", \"answered\", \"after\", \"before\", \"atLeast\", \"atMost\", "
            + "not \"is\" and \"in\".",
        "Une condition n’a qu’une de ces clés, pas « is » et « in » : « all », « any », « not », « is », « in », « contains », « answered », « after », « "
            + "before », « atLeast », « atMost ».")]
    [DataRow("reports/annuel.json", "{ \"funding\": \"ville\" }", "{ \"site\": \"posts\" }",
        "\"posts\" is no number of the site.",
        "« posts » n’est pas un nombre du site.")]
    [DataRow("reports/annuel.json", "\"share\": \"vif\", \"of\": \"situations\"", "\"share\": \"vif\", \"of\": \"vif\"",
        "\"vif\" is set against itself: the share is always 100 %.",
        "« vif » est rapporté à lui-même : la part est toujours de 100 %.")]
    [DataRow("presence.json", "\"08:30-12:30\"", "\"08:30-12:30\" ]",
        "This is not JSON: ']' is invalid",
        "Ce n’est pas du JSON : « ] » n’est pas attendu ici.")]
    [DataRow("presence.json", "\"08:30-12:30\"", "\"08:30-12:30\n",
        "This is not JSON: ",
        "Ce n’est pas du JSON : la ligne se termine au milieu d’un texte. Fermez son guillemet.")]
    public void A_reason_is_told_in_both_languages(string file, string old, string with, string english, string french)
    {
        using var plugin = new TempPlugin().Replace(file, old, with);

        var fault = plugin.OnlyFault();
        Assert.StartsWith(english, fault.Sentence);
        Assert.StartsWith(french, fault.French.Replace('\u202F', ' '));
    }

    [TestMethod]
    public void A_file_that_ends_too_early_is_said_so_in_French()
    {
        using var plugin = new TempPlugin().Write("presence.json", "{ \"patterns\": [");

        Assert.StartsWith("Ce n’est pas du JSON\u202F: le fichier est vide ou s’arrête trop tôt.", plugin.OnlyFault().French);
    }

    [TestMethod]
    public void Words_of_the_runtime_are_kept_for_commands_and_only_what_they_name_for_pages()
    {
        var sentence = RulesCompatibility.Missing(
            "Loire.dll", ["Could not load type 'Modular.Forecast' from assembly 'Modular.Contracts'.", "Method not found: 'Void Modular.Site.Greet()'."]);

        Assert.AreEqual(
            "Loire.dll was built for another version of the host: Could not load type 'Modular.Forecast' from assembly 'Modular.Contracts'. Method not found: "
                + "'Void Modular.Site.Greet()'.",
            Language.English.Tell(sentence));
        Assert.AreEqual(
            "Loire.dll a été compilé pour une autre version de Modular\u202F: ce qu’il utilise n’y est pas (Modular.Forecast, Void Modular.Site.Greet()).",
            Language.French.Tell(sentence));
    }

    [TestMethod]
    public void Numbers_and_days_are_written_as_each_language_writes_them()
    {
        FormattableString shares = $"With this one the shares add up to {100.5m} %: more than 100.";
        FormattableString twice =
            $"{"poste-1"} is in two places at once: at {"nord"} here, and already at {"sud"} ({(FormattableString)$"line {7}"}), for instance on {
                new DateOnly(2024, 2, 1):yyyy-MM-dd}.";

        Assert.AreEqual("With this one the shares add up to 100.5 %: more than 100.", Language.English.Tell(shares));
        Assert.AreEqual("Avec celle-ci, le total des parts atteint 100,5\u202F%\u202F: c’est plus de 100.", Language.French.Tell(shares));
        Assert.AreEqual(
            "poste-1 is in two places at once: at nord here, and already at sud (line 7), for instance on 2024-02-01.", Language.English.Tell(twice));
        Assert.AreEqual(
            "poste-1 est à deux endroits à la fois\u202F: ici à nord, et déjà à sud (ligne 7), par exemple le 1er février 2024.", Language.French.Tell(twice));
    }

    [TestMethod]
    public void A_sentence_without_French_is_told_in_English() => Assert.AreEqual("Nobody translated x.", Language.French.Tell($"Nobody translated {"x"}."));

    [TestMethod]
    public void What_the_file_says_is_never_read_as_a_template()
    {
        using var plugin = new TempPlugin().Replace("site.json", "\"force\": \"gendarmerie\"", "\"force\": \"{9}\"");

        Assert.StartsWith("«\u202F{9}\u202F»", plugin.OnlyFault().French);
    }
}
