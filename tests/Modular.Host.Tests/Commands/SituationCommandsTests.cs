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

    private async Task<string> RunAsync(params string[] arguments)
    {
        var terminal = new TestTerminal();
        var code = await terminal.RunAsync(
            ["situations", .. arguments, "--data-folder", Path.Combine(_folder, "data"), "--plugins-folder", Path.Combine(Configuration.Home, "plugins")]);
        Assert.AreEqual(0, code, terminal.Error);
        return terminal.Out.Trim();
    }
}
