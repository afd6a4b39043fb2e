using Microsoft.AspNetCore.DataProtection;
using Modular.Contracts.Answers;
using Modular.Intake.Secrecy;
using Modular.Storage.Keys;

namespace Modular.Intake.Tests.Secrecy;

[TestClass]
public sealed class BlindIndexTests
{
    [TestMethod]
    [DataRow("Le Guen-Évrard", "le guen evrard")]
    [DataRow("D’Œuvre", "d oeuvre")]
    [DataRow("  Ça  va ", "ca va")]
    [DataRow("06 12-34.56 78", "612345678")]
    [DataRow("+33 6 12 34 56 78", "612345678")]
    public void A_name_is_its_words_without_accents_and_a_telephone_its_last_nine_digits(string typed, string words) =>
        CollectionAssert.AreEquivalent(words.Split(' '), BlindIndex.Words(typed).ToList());

    [TestMethod]
    public void The_key_outlives_the_process_and_its_file_holds_nothing_in_clear()
    {
        using var folder = new TempFolder();
        var protection = DataProtectionProvider.Create(new DirectoryInfo(folder.Path));
        var first = new BlindIndex(protection, new KeyFolder(folder.Path)).KeysOf("dunkerque", "Exemple");
        var second = new BlindIndex(protection, new KeyFolder(folder.Path)).KeysOf("dunkerque", "EXEMPLE");
        CollectionAssert.AreEqual(first[0], second[0]);
    }

    [TestMethod]
    public void The_same_name_has_another_key_on_another_site_and_under_another_key_file()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();
        var index = new BlindIndex(DataProtectionProvider.Create(new DirectoryInfo(folder.Path)), new KeyFolder(folder.Path));
        var elsewhere = new BlindIndex(DataProtectionProvider.Create(new DirectoryInfo(other.Path)), new KeyFolder(other.Path));
        CollectionAssert.AreNotEqual(index.KeysOf("dunkerque", "Exemple")[0], index.KeysOf("pantin", "Exemple")[0]);
        CollectionAssert.AreNotEqual(index.KeysOf("dunkerque", "Exemple")[0], elsewhere.KeysOf("dunkerque", "Exemple")[0]);
    }

    [TestMethod]
    public void A_situation_s_pseudonym_does_not_hold_its_identifier()
    {
        using var folder = new TempFolder();
        var id = Guid.NewGuid();
        var index = new BlindIndex(DataProtectionProvider.Create(new DirectoryInfo(folder.Path)), new KeyFolder(folder.Path));
        Assert.DoesNotContain(id.ToString("N"), index.Pseudonym("dunkerque", id));
    }

    [TestMethod]
    public void Answers_read_back_the_same_after_encryption_whatever_their_kind()
    {
        var answers = new AnswerSet(new Dictionary<string, Answer>
        {
            ["text"] = new Answer.Text("é\n"),
            ["number"] = new Answer.Number(2.5m),
            ["day"] = new Answer.Day(new DateOnly(2024, 2, 29)),
            ["hour"] = new Answer.Hour(new TimeOnly(9, 30)),
            ["choice"] = new Answer.Choice("yes"),
            ["choices"] = new Answer.Choices(["a", "b"]),
            ["missing"] = new Answer.Missing(Contracts.Forms.NotGiven.Refused),
            ["block"] = new Answer.Block(AnswerSet.Empty.With("last_name", new Answer.Text("Exemple"))),
            ["rows"] = new Answer.Rows([AnswerSet.Empty.With("partner", new Answer.Choice("avocat"))]),
        });
        var cipher = new PersonalCipher(new EphemeralDataProtectionProvider());
        Assert.AreEqual(answers, cipher.Decrypt("dunkerque", cipher.Encrypt("dunkerque", answers)));
    }

    [TestMethod]
    public void One_site_s_answers_cannot_be_read_as_another_s()
    {
        var cipher = new PersonalCipher(new EphemeralDataProtectionProvider());
        var bytes = cipher.Encrypt("dunkerque", AnswerSet.Empty);
        Assert.ThrowsExactly<System.Security.Cryptography.CryptographicException>(() => cipher.Decrypt("pantin", bytes));
    }
}
