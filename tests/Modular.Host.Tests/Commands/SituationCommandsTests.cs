using Modular.Host.Composition;

namespace Modular.Host.Tests.Commands;

[TestClass]
public sealed class SituationCommandsTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-command-").FullName;

    [TestCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow(1, "1 situation", "1 was")]
    [DataRow(2, "2 situations", "2 were")]
    public async Task What_comes_in_and_goes_out_is_told_in_the_singular_or_the_plural(int rows, string number, string known)
    {
        var table = Path.Combine(_folder, "table.csv");
        await File.WriteAllTextAsync(table, "referred_on;station;problem\n" + string.Concat(Enumerable.Repeat("2024-03-01;dunkerque;logement\n", rows)));

        Assert.AreEqual($"{number} would come in.", await RunAsync("import", "dunkerque", table, "--dry-run"));
        Assert.AreEqual($"{number} came in.", await RunAsync("import", "dunkerque", table));
        Assert.AreEqual($"0 situations came in; {known} there already from the same file.", await RunAsync("import", "dunkerque", table));
        Assert.AreEqual($"{number} written.", await RunAsync("export", "dunkerque", Path.Combine(_folder, "written.csv")));
    }

    [TestMethod]
    public async Task Somebody_at_a_terminal_sees_how_far_it_is_and_a_file_of_complaints_holds_none_of_it()
    {
        var table = Path.Combine(_folder, "table.csv");
        await File.WriteAllTextAsync(table, "referred_on;problem\n" + string.Concat(Enumerable.Repeat("2024-03-01;logement\n", 700)));
        foreach (var isWatched in new[] { false, true })
        {
            var terminal = new TestTerminal(isWatched: isWatched);
            Assert.AreEqual(0, await terminal.RunAsync(Typed("import", "dunkerque", table)), terminal.Error);
            var shown = isWatched ? "500 rows read|500 of 700 rows brought in|700 of 700 rows brought in||" : "";
            Assert.AreEqual(shown, string.Join('|', terminal.Error.Split('\r').Skip(1).Select(line => line.Trim())));
        }
    }

    [TestMethod]
    public async Task Faults_beyond_a_hundred_are_counted_after_them()
    {
        var table = Path.Combine(_folder, "table.csv");
        await File.WriteAllTextAsync(table, "referred_on;problem\n" + string.Concat(Enumerable.Repeat("2024-03-01;rien\n", 102)));
        var terminal = new TestTerminal();
        Assert.AreEqual(1, await terminal.RunAsync(Typed("import", "dunkerque", table)));
        var told = terminal.Error.Trim().Split('\n');
        Assert.StartsWith("table.csv:101:2: this is no choice", told[99]);
        Assert.AreEqual("situations import: 2 faults more; correct these first.", told[100].Trim());
        Assert.HasCount(101, told);
    }

    [TestMethod]
    public async Task An_export_is_named_by_what_it_is()
    {
        var terminal = new TestTerminal();
        Assert.AreEqual(2, await terminal.RunAsync(Typed("export", "dunkerque", Path.Combine(_folder, "written.ods"))));
        Assert.AreEqual("situations export: the export is CSV or XLSX: name a .csv or .xlsx file.", terminal.Error.Trim());
        Assert.AreEqual("0 situations written.", await RunAsync("export", "dunkerque", Path.Combine(_folder, "written.xlsx")));
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var terminal = new TestTerminal();
        var code = await terminal.RunAsync(Typed(arguments));
        Assert.AreEqual(0, code, terminal.Error);
        return terminal.Out.Trim();
    }

    private string[] Typed(params string[] arguments) =>
        ["situations", .. arguments, "--data-folder", Path.Combine(_folder, "data"), "--plugins-folder", Path.Combine(Configuration.Home, "plugins")];
}
