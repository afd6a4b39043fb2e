using Modular.Access.Accounts;

namespace Modular.Access.Tests.Accounts;

[TestClass]
public sealed class PasswordRuleTests
{
    [TestMethod]
    [DataRow("Marée-basse 7h")]
    [DataRow("le chat dort sur le radiateur")]
    [DataRow("Abcdefgh-123")]
    public void Twelve_characters_of_four_classes_or_a_long_phrase_will_do(string password) =>
        Assert.IsEmpty(PasswordRule.Faults(password, "claire").ToList());

    [TestMethod]
    [DataRow("Court-1a", "trop court")]
    [DataRow("sansmajuscule-1", "une majuscule")]
    [DataRow("SANSMINUSCULE-1", "une minuscule")]
    [DataRow("Sans-chiffre-ici", "un chiffre")]
    [DataRow("Sanssigne12345", "un signe")]
    [DataRow("aaaaaaaaaaaaaaaaaaaaaaaa", "répète")]
    [DataRow("Ma phrase est Claire aujourd’hui", "l’identifiant")]
    public void What_is_missing_is_said(string password, string said) =>
        Assert.Contains(sentence => sentence.Contains(said), PasswordRule.Faults(password, "claire").ToList());

    [TestMethod]
    public void A_password_of_a_megabyte_is_not_hashed() =>
        Assert.HasCount(1, PasswordRule.Faults(new string('x', 1_000_000), "claire").ToList());
}
