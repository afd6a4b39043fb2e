using Modular.Host.Tests;

namespace Modular.Browser.Tests;

[TestClass]
public sealed class WorkerDay
{
    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _)
    {
        s_host = await HostUnderTest.StartWithSitesAsync();
        await new WorkerDayStory(s_host).PrepareAsync("loire", "haute-marne", "pantin", "dunkerque");
    }

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    [DataRow("loire", true)]
    [DataRow("loire", false)]
    [DataRow("haute-marne", true)]
    [DataRow("haute-marne", false)]
    [DataRow("pantin", true)]
    [DataRow("pantin", false)]
    [DataRow("dunkerque", true)]
    [DataRow("dunkerque", false)]
    public Task A_situation_is_opened_corrected_found_followed_and_closed_and_nobody_else_reads_it(string site, bool javaScript) =>
        new WorkerDayStory(s_host).RunAsync(site, javaScript);
}
