using Modular.Sites.Files;

namespace Modular.Sites.Tests.Files;

[TestClass]
public sealed class NomenclatureFileTests
{
    private const string Good = """
        // The common core.
        {
          "problem": [{ "code": "fugue", "label": "Fugue" }, { "code": "autre", "label": "Autre" }],
          "age_group": [{ "code": "0_5", "label": "0 à 5 ans" }]
        }
        """;

    [TestMethod]
    public void The_file_of_the_repository_is_read()
    {
        Assert.IsEmpty(Nomenclature.Faults);
        Assert.HasCount(24, Nomenclature.Problems);
        Assert.HasCount(11, Nomenclature.AgeGroups);
    }

    [TestMethod]
    public void What_the_file_says_is_what_is_used()
    {
        var file = Read(Good);
        Assert.IsEmpty(file.Faults);
        Assert.AreEqual("Fugue, Autre", string.Join(", ", file.Codes.Problems.Select(problem => problem.Label)));
        Assert.AreEqual("0_5", file.Codes.AgeGroups.Single().Value);
        Assert.AreNotEqual(file.Hash, Read(Good.Replace("Fugue", "Fugues", StringComparison.Ordinal)).Hash);
    }

    [TestMethod]
    [DataRow(
        "[{ \"code\": \"0_5\", \"label\": \"0 à 5 ans\" }]", "{}", "config/nomenclature.json:4:16: A list is wanted here, not an object.",
        DisplayName = "no list")]
    [DataRow("Fugue\" },", "Fugue\" }", "config/nomenclature.json:3:53: This is not JSON: ", DisplayName = "a comma is missing")]
    [DataRow("\"age_group\"", "\"age_groups\"", "config/nomenclature.json:2:1: \"age_group\" is missing.", DisplayName = "a list is missing")]
    [DataRow(
        "\"autre\"", "\"fugue\"", "config/nomenclature.json:3:64: There is another code in this list named \"fugue\".", DisplayName = "a code stands twice")]
    [DataRow("\"label\": \"Autre\"", "\"libelle\": \"Autre\"", "config/nomenclature.json:3:54: \"label\" is missing.", DisplayName = "a label is missing")]
    public void What_is_wrong_is_told_at_its_place(string good, string broken, string told)
    {
        var file = Read(Good.Replace(good, broken, StringComparison.Ordinal));
        Assert.IsTrue(file.Faults.Any(fault => $"{fault}".StartsWith(told, StringComparison.Ordinal)), string.Join('\n', file.Faults));
        Assert.ThrowsExactly<InvalidOperationException>(() => file.Codes);
    }

    [TestMethod]
    public void A_file_that_is_not_there_is_told()
    {
        var file = NomenclatureFile.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "nomenclature.json"));
        Assert.AreEqual("config/nomenclature.json:0:0: The file is missing.", string.Join('\n', file.Faults));
    }

    private static NomenclatureFile Read(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return NomenclatureFile.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
