using Microsoft.Data.Sqlite;

namespace Modular.Host.Tests.Commands;

[TestClass]
public sealed class BackupCommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-backup-").FullName;

    private string Data => Path.Combine(_folder, "data");

    private string Archive => Path.Combine(_folder, "copie.zip");

    [TestMethod]
    public async Task A_backup_is_made_verified_and_restored()
    {
        Assert.AreEqual(0, (await RunAsync("user", "add", "claire", "--role", "admin", "--password-stdin")).Code);
        Assert.AreEqual(0, (await RunAsync("backup", "create", Archive)).Code);
        Assert.AreEqual(0, (await RunAsync("backup", "verify", Archive)).Code);
        Assert.AreEqual(0, (await RunAsync("user", "add", "paul", "--role", "admin", "--password-stdin")).Code);
        Assert.AreEqual(0, (await RunAsync("backup", "restore", Archive)).Code);
        Assert.AreEqual(1, (await RunAsync("user", "add", "claire", "--role", "admin", "--password-stdin")).Code, "claire is back");
        Assert.AreEqual(0, (await RunAsync("user", "add", "paul", "--role", "admin", "--password-stdin")).Code, "paul came after the backup");
        Assert.AreEqual(0, (await RunAsync("journal", "verify")).Code);
    }

    [TestMethod]
    public async Task A_file_that_is_no_backup_is_refused_by_name_and_reason()
    {
        await File.WriteAllTextAsync(Archive, "rien");
        foreach (var act in (string[])["verify", "restore"])
        {
            var (code, error) = await RunAsync("backup", act, Archive);
            Assert.AreEqual(1, code);
            Assert.StartsWith($"backup {act}: copie.zip is no whole backup", error);
        }
    }

    [TestMethod]
    public async Task A_restore_under_a_running_host_and_a_second_host_are_refused()
    {
        await using var host = await HostUnderTest.StartAsync();
        Assert.AreEqual(0, (await RunInAsync(host.DataFolder, "backup", "create", Archive)).Code);
        var (code, error) = await RunInAsync(host.DataFolder, "backup", "restore", Archive);
        Assert.AreEqual(1, code);
        Assert.Contains("a host runs", error);
        Assert.AreEqual(1, (await RunInAsync(host.DataFolder, "serve", "--urls", "http://127.0.0.1:0")).Code);
    }

    [TestCleanup]
    public void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int Code, string Error)> RunAsync(params string[] arguments) => RunInAsync(Data, arguments);

    private async Task<(int Code, string Error)> RunInAsync(string data, params string[] arguments)
    {
        var terminal = new TestTerminal("Marée-basse 7h\n");
        var code = await terminal.RunAsync([.. arguments, "--data-folder", data, "--plugins-folder", _folder]);
        return (code, terminal.Error);
    }
}
