namespace Modular.Sites.Tests.Reading;

/// <summary>Every fault says its file, line and column, as an editor counts them.</summary>
[TestClass]
public sealed class PlacesTests
{
    [TestMethod]
    public void A_site_that_is_right_has_no_fault()
    {
        using var plugin = new TempPlugin();

        Assert.IsEmpty(plugin.Faults(), string.Join('\n', plugin.Faults()));
    }

    [TestMethod]
    public void An_unknown_key_is_refused_where_it_stands_and_the_nearest_known_one_is_named()
    {
        using var plugin = new TempPlugin();
        plugin.Write(
            "forms/closing.json",
            plugin.Read("forms/closing.json")
                .Replace("\"title\": \"Clôture\", \"fields\"", "\"titel\": \"x\", \"title\": \"Clôture\", \"fields\"", StringComparison.Ordinal));

        Assert.AreEqual("forms/closing.json:4:24: \"titel\" is not a key that is known here. Did you mean \"title\"?", plugin.OnlyFault().ToString());
    }

    [TestMethod]
    public void Columns_count_characters_and_not_bytes()
    {
        using var plugin = new TempPlugin();
        plugin.Write("presence.json", "{ /* éàü */ \"patterns\": [], \"oops\": 1 }");

        Assert.AreEqual((1, 29), (plugin.OnlyFault().Line, plugin.OnlyFault().Column));
    }

    [TestMethod]
    [DataRow("{\n  \"patterns\": [\n  ]]\n}", 3, 4)]
    [DataRow("{\n  \"patterns\": [ }", 2, 17)]
    [DataRow("", 1, 1)]
    public void Broken_json_is_refused_where_it_breaks(string text, int line, int column)
    {
        using var plugin = new TempPlugin();
        plugin.Write("presence.json", text);

        var fault = plugin.OnlyFault();
        Assert.AreEqual(("presence.json", line, column), (fault.File, fault.Line, fault.Column), fault.Sentence);
        Assert.StartsWith("This is not JSON: ", fault.Sentence);
    }

    [TestMethod]
    public void A_name_written_twice_is_refused_at_the_second()
    {
        using var plugin = new TempPlugin();
        plugin.Write("presence.json", "{\n  \"patterns\": [],\n  \"patterns\": []\n}");

        Assert.AreEqual("presence.json:3:3: \"patterns\" is written twice in the same object.", plugin.OnlyFault().ToString());
    }

    [TestMethod]
    public void All_faults_of_all_files_are_told_at_once()
    {
        using var plugin = new TempPlugin();
        plugin.Replace("site.json", "\"force\": \"gendarmerie\"", "\"force\": \"gendarmery\"")
            .Replace("presence.json", "\"08:30-12:30\"", "\"8h30\"")
            .Replace("forms/contact.json", "\"kind\": \"duration\"", "\"kind\": \"duratoin\"")
            .Write("reports/annuel.json", "[]");

        Assert.AreSequenceEqual(
            ["forms/contact.json", "presence.json", "reports/annuel.json", "site.json"], plugin.Faults().Select(fault => fault.File).ToList());
    }

    [TestMethod]
    public void A_file_that_is_missing_is_named()
    {
        using var plugin = new TempPlugin();
        File.Delete(Path.Combine(plugin.Folder, "presence.json"));
        File.Delete(Path.Combine(plugin.Folder, "forms", "closing.json"));
        File.Delete(Path.Combine(plugin.Folder, "reports", "annuel.html"));

        Assert.AreSequenceEqual(["forms/closing.json", "presence.json", "reports/annuel.html"], plugin.Faults().Select(fault => fault.File).ToList());
    }
}
