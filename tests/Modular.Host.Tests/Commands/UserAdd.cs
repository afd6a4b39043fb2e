using Modular.Host.Composition;

namespace Modular.Host.Tests.Commands;

[TestClass]
public sealed class UserAdd
{
    private const string Good = "Un-Mot-De-Passe-2";

    [TestMethod]
    [DataRow("x", "worker", "dunkerque", Good, "a login is 3 to 40")]
    [DataRow("claire", "worker", null, Good, "add --site ID")]
    [DataRow("claire", "worker", "dunkerque", "court", "12 characters at least")]
    [DataRow("claire", "worker", "nulle-part", Good, "no active site is called nulle-part")]
    public async Task What_is_refused_is_said_in_english_and_creates_nothing(string login, string role, string? site, string password, string reason)
    {
        using var data = new TempData();
        var (code, error) = await AddAsync(data, password, login, role, site);
        Assert.AreEqual(1, code);
        StringAssert.StartsWith(error, "user add: ");
        StringAssert.Contains(error, reason);
        Assert.AreEqual(0, (await AddAsync(data, Good, "claire", "worker", "dunkerque")).Code);
    }

    [TestMethod]
    public async Task A_login_that_is_taken_is_refused()
    {
        using var data = new TempData();
        Assert.AreEqual(0, (await AddAsync(data, Good, "claire", "admin", null)).Code);
        StringAssert.Contains((await AddAsync(data, Good, "Claire ", "admin", null)).Error, "an account is called claire already");
    }

    private static async Task<(int Code, string Error)> AddAsync(TempData data, string password, string login, string role, string? site)
    {
        var terminal = new TestTerminal(password + "\n");
        var code = await terminal.RunAsync(
            [
                "user", "add", login, "--role", role, .. site is null ? [] : new[] { "--site", site }, "--password-stdin",
                "--data-folder", data.Path, "--plugins-folder", Path.Combine(Configuration.Home, "plugins"),
            ]);
        return (code, terminal.Error);
    }

    private sealed class TempData : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("modular-user-").FullName;

        public void Dispose()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Path, recursive: true);
        }
    }
}
