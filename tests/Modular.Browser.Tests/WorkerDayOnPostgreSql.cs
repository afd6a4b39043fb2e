using Modular.Host.Composition;
using Modular.Host.Tests;
using Modular.Tests;

namespace Modular.Browser.Tests;

/// <summary>The same day, whatever the records are in.</summary>
[TestClass]
public sealed class WorkerDayOnPostgreSql
{
    private const string Site = "loire";
    private static HostUnderTest? s_host;
    private static PostgreSqlTestDatabase? s_database;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _)
    {
        s_database = await PostgreSqlTestDatabase.CreateAsync();
        s_host = await HostUnderTest.StartAsync(options => options with
        {
            PluginsFolder = Path.Combine(Configuration.Home, "plugins"),
            Settings = new Dictionary<string, string?> { ["ConnectionStrings:Modular"] = s_database.ConnectionString },
        });
        await new WorkerDayStory(s_host).PrepareAsync(Site);
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // None, where there is no server to be had.
        if (s_host is not null && s_database is not null)
        {
            await s_host.DisposeAsync();
            await s_database.DropAsync();
        }
    }

    [TestMethod]
    public Task A_situation_is_opened_corrected_found_followed_and_closed_and_nobody_else_reads_it() =>
        new WorkerDayStory(s_host!).RunAsync(Site, javaScript: true);
}
