using Modular.Contracts.Wording;

namespace Modular.Sites.Tests.Wording;

[TestClass]
public sealed class FrenchLettersTests
{
    [TestMethod]
    [DataRow("à contacter", "À contacter")]
    [DataRow("État", "État")]
    [DataRow("", "")]
    public void A_text_at_the_head_has_a_capital(string text, string said) => Assert.AreEqual(said, FrenchLetters.Capital(text));

    [TestMethod]
    [DataRow("État", "état")]
    [DataRow("VIF", "VIF")]
    [DataRow("", "")]
    public void A_text_in_mid_sentence_has_none_unless_it_is_an_acronym(string text, string said) => Assert.AreEqual(said, FrenchLetters.Lower(text));

    [TestMethod]
    [DataRow("Arrêt de travail", "arret  de travail", true)]
    [DataRow("l’hôte", "L'hote", true)]
    [DataRow("congé", "conge maladie", false)]
    public void Case_accents_blanks_and_apostrophes_make_no_other_word(string one, string other, bool same) =>
        Assert.AreEqual(same, FrenchLetters.Same(one, other));

    [TestMethod]
    public void Accents_come_last() =>
        Assert.AreEqual("Eure Évreux Ézy Fécamp", string.Join(' ', new[] { "Fécamp", "Ézy", "Eure", "Évreux" }.Order(FrenchLetters.ByName)));
}
