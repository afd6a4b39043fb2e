using System.Text.Json.Nodes;
using Modular.Host.Composition;

namespace Modular.Host.Tests.Commands;

[TestClass]
public sealed class SiteCommandsTests
{
    private static readonly string Plugins = Path.Combine(Configuration.Home, "plugins");

    [TestMethod]
    [DataRow("Loire")]
    [DataRow("HauteMarne")]
    [DataRow("Pantin")]
    [DataRow("Dunkerque")]
    public async Task Each_site_of_the_repository_passes_its_check(string site)
    {
        var terminal = new TestTerminal();
        Assert.AreEqual(0, await terminal.RunAsync("site", "check", Path.Combine(Plugins, site)), terminal.Error);
        Assert.AreEqual("", terminal.Error);
    }

    [TestMethod]
    public async Task A_fault_is_one_and_says_file_line_and_column()
    {
        using var root = new Scratch();
        await new TestTerminal().RunAsync("site", "new", "saint-omer", "--name", "Saint-Omer", "--into", root.Path);
        var presence = Path.Combine(root.Path, "SaintOmer", "presence.json");
        var text = (await File.ReadAllTextAsync(presence)).Replace("\"friday\"", "\"vendredi\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(presence, text);
        var line = text.Split('\n').Index().Single(line => line.Item.Contains("vendredi", StringComparison.Ordinal));

        var terminal = new TestTerminal();
        Assert.AreEqual(1, await terminal.RunAsync("site", "check", Path.Combine(root.Path, "SaintOmer")));
        Assert.StartsWith(
            $"presence.json:{line.Index + 1}:{line.Item.IndexOf("\"vendredi", StringComparison.Ordinal) + 1}: \"vendredi\" is not a key", terminal.Error);
    }

    [TestMethod]
    public async Task A_new_site_is_made_listed_and_right_and_leaves_no_data_folder()
    {
        using var root = new Scratch();
        var (plugins, data) = (Path.Combine(root.Path, "plugins"), Path.Combine(root.Path, "data"));
        Directory.CreateDirectory(plugins);
        string[] there = ["--plugins-folder", plugins, "--data-folder", data];

        Assert.AreEqual(0, await new TestTerminal().RunAsync(["site", "new", "saint-omer", "--name", "Saint-Omer", .. there]));
        var list = new TestTerminal();
        Assert.AreEqual(0, await list.RunAsync(["site", "list", .. there]));
        Assert.AreEqual($"saint-omer\t1.0.0\tactive\tSaint-Omer\tSaintOmer{Environment.NewLine}", list.Out);
        Assert.AreEqual(0, await new TestTerminal().RunAsync(["site", "check", Path.Combine(plugins, "SaintOmer"), .. there]));
        Assert.IsFalse(Directory.Exists(data));

        var again = new TestTerminal();
        Assert.AreEqual(1, await again.RunAsync(["site", "new", "saint-omer", "--name", "Autre nom", .. there]));
        Assert.Contains("already", again.Error);
    }

    [TestMethod]
    [DataRow("Saint Omer", "x")]
    [DataRow("../x", "x")]
    [DataRow("x1", " ")]
    public async Task A_name_or_identifier_that_cannot_be_is_two(string id, string name)
    {
        using var root = new Scratch();
        Assert.AreEqual(2, await new TestTerminal().RunAsync("site", "new", id, "--name", name, "--into", root.Path));
        Assert.IsEmpty(Directory.GetFileSystemEntries(root.Path));
    }

    [TestMethod]
    public async Task The_schema_is_json_and_an_unknown_kind_is_two()
    {
        var all = new TestTerminal();
        Assert.AreEqual(0, await all.RunAsync("site", "schema"));
        Assert.IsNotNull(JsonNode.Parse(all.Out)!["$defs"]!["site"]);
        Assert.AreEqual(0, await new TestTerminal().RunAsync("site", "schema", "form"));
        Assert.AreEqual(2, await new TestTerminal().RunAsync("site", "schema", "poster"));
    }

    private sealed class Scratch : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modular-commands-");

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
