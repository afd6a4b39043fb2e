using Modular.Host.Accounts;

namespace Modular.Host.Tests.Accounts;

[TestClass]
public sealed class JournalWordsTests
{
    [TestMethod]
    [DataRow("list", "liste")]
    [DataRow("account_changed", "compte modifié")]
    [DataRow("of_a_later_version", "of_a_later_version")]
    public void An_act_is_read_in_words(string act, string said) => Assert.AreEqual(said, JournalWords.Of(act));

    [TestMethod]
    [DataRow(null, "–")]
    [DataRow("12", "12")]
    [DataRow("situation", "situation")]
    [DataRow("contact", "entretien")]
    [DataRow("open, 12", "ouvertes, 12")]
    [DataRow("not_contacted, 0", "à contacter, 0")]
    [DataRow("coordinator", "coordination")]
    [DataRow("rights", "droits")]
    [DataRow("enabled", "compte rouvert")]
    [DataRow("wrong_password", "mot de passe inexact")]
    [DataRow("unknown_login:5", "identifiant inconnu, nombre d’essais\u202f: 5")]
    [DataRow("2024-W48 page", "2024-W48 à l’écran")]
    [DataRow("2024 csv", "2024 csv")]
    [DataRow("restore", "restauration")]
    [DataRow("backup 2026-11-25", "sauvegarde 2026-11-25")]
    [DataRow("report:annuel 2025", "bilan\u202f: annuel 2025")]
    [DataRow("of_a_later_version", "of_a_later_version")]
    public void A_detail_is_read_in_words(string? detail, string said) => Assert.AreEqual(said, JournalWords.DetailOf(detail));

    [TestMethod]
    [DataRow("All, 40", "toutes, 40")]
    [DataRow("Open, 12", "ouvertes, 12")]
    [DataRow("NotContacted, 3", "à contacter, 3")]
    [DataRow("Closed, 0", "closes, 0")]
    public void A_row_of_an_earlier_version_reads_as_it_did(string detail, string said) => Assert.AreEqual(said, JournalWords.DetailOf(detail));
}
