using System.Text;

namespace Modular.Sites.Tests.Reading;

/// <summary>A file that an old editor saved is refused at its first letter that would come out wrong.</summary>
[TestClass]
public sealed class EncodingTests
{
    private static readonly string[] Files = ["site.json", "presence.json", "forms/situation.json", "reports/annuel.json", "reports/annuel.html"];

    public static IEnumerable<object[]> Each => Files.Select(file => new object[] { file });

    [TestMethod]
    [DynamicData(nameof(Each))]
    public void A_file_in_latin_1_is_refused_at_its_first_foreign_letter(string file)
    {
        using var plugin = new TempPlugin();
        File.WriteAllBytes(Path.Combine(plugin.Folder, file), Encoding.Latin1.GetBytes("  \n /* d\u00e9j\u00e0 */ " + plugin.Read(file)));

        var fault = plugin.Faults().Single(fault => fault.File == file);

        Assert.AreEqual((2, 6), (fault.Line, fault.Column));
        Assert.AreEqual("This byte is not UTF-8: the file seems to be in Windows-1252 or ISO-8859-1. Save it as UTF-8.", fault.Sentence);
        StringAssert.StartsWith(fault.French, "Cet octet n’est pas de l’UTF-8");
    }

    [TestMethod]
    [DynamicData(nameof(Each))]
    public void A_file_in_utf_16_is_refused_with_and_without_its_mark(string file)
    {
        using var plugin = new TempPlugin();
        var text = plugin.Read(file);
        var (little, big) = (Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(text));
        foreach (var bytes in (byte[][])[[0xFF, 0xFE, .. little], [0xFE, 0xFF, .. big], little, big])
        {
            File.WriteAllBytes(Path.Combine(plugin.Folder, file), bytes);
            Assert.AreEqual($"{file}:0:0: The file is in UTF-16 or UTF-32. Save it as UTF-8.", plugin.Faults().First(fault => fault.File == file).ToString());
        }
    }

    [TestMethod]
    [DynamicData(nameof(Each))]
    public void A_mark_of_utf_8_is_no_fault(string file)
    {
        using var plugin = new TempPlugin();
        File.WriteAllBytes(Path.Combine(plugin.Folder, file), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(plugin.Read(file))]);

        Assert.AreEqual("", string.Join('\n', plugin.Faults()));
    }
}
