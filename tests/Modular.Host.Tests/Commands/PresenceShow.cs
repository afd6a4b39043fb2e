using System.Text.Json;
using Modular.Host.Composition;

namespace Modular.Host.Tests.Commands;

[TestClass]
public sealed class PresenceShow
{
    private readonly string _data = Directory.CreateTempSubdirectory("modular-command-").FullName;

    [TestCleanup]
    public void Clean()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    [TestMethod]
    public async Task Published_week_of_Haute_Marne_is_its_twenty_half_days_without_a_word_on_standard_error()
    {
        var (items, error) = await ShowAsync("haute-marne", "2026-11-23", "2026-11-29");

        Assert.AreEqual(20, items.GetArrayLength());
        Assert.AreEqual("", error);
        CollectionAssert.AreEqual(
            new[] { "date", "start", "end", "half_day", "station", "post", "worker", "state" },
            items[0].EnumerateObject().Select(property => property.Name).ToArray());
    }

    [TestMethod]
    public async Task Christmas_closes_the_stations_that_friday()
    {
        var (items, _) = await ShowAsync("haute-marne", "2026-12-21", "2026-12-27");

        Assert.IsTrue(
            items.EnumerateArray().All(item => (item.GetProperty("state").GetString() == "holiday") == (item.GetProperty("date").GetString() == "2026-12-25")));
        Assert.AreEqual(3, items.EnumerateArray().Count(item => item.GetProperty("state").GetString() == "holiday"));
    }

    [TestMethod]
    public async Task Week_is_a_table_unless_said_otherwise_and_a_calendar_on_demand()
    {
        var text = new TestTerminal();
        Assert.AreEqual(0, await RunAsync(text, "haute-marne", "2026-11-23", "2026-11-29"));
        Assert.Contains("promised 20, planned 20, held 0", text.Out);

        var calendar = new TestTerminal();
        Assert.AreEqual(0, await RunAsync(calendar, "haute-marne", "2026-11-23", "2026-11-29", "--format", "ics"));
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", calendar.Out);
        Assert.AreEqual(20, calendar.Out.Split("BEGIN:VEVENT\r\n").Length - 1);
    }

    [TestMethod]
    [DataRow(1, "unheard-of", "2026-11-23", "2026-11-29")]
    [DataRow(2, "haute-marne", "23/11/2026", "2026-11-29")]
    [DataRow(2, "haute-marne", "2026-11-29", "2026-11-23")]
    [DataRow(2, "haute-marne", "2026-11-23", "9999-12-31")]
    [DataRow(2, "haute-marne", "2026-11-23", "2026-11-29", "--format", "xml")]
    public async Task What_cannot_be_shown_is_refused_with_a_reason(int code, params string[] arguments)
    {
        var terminal = new TestTerminal();

        Assert.AreEqual(code, await RunAsync(terminal, arguments[0], arguments[1], arguments[2], arguments[3..]));
        Assert.AreNotEqual("", terminal.Error);
        Assert.AreEqual("", terminal.Out);
    }

    private async Task<(JsonElement Items, string Error)> ShowAsync(string site, string from, string to)
    {
        var terminal = new TestTerminal();
        Assert.AreEqual(0, await RunAsync(terminal, site, from, to, "--format", "json"));
        return (JsonDocument.Parse(terminal.Out).RootElement, terminal.Error);
    }

    private Task<int> RunAsync(TestTerminal terminal, string site, string from, string to, params string[] more) =>
        terminal.RunAsync(
            [
                "presence", "show", site, "--from", from, "--to", to, "--data-folder", _data, "--plugins-folder",
                Path.Combine(Configuration.Home, "plugins"), .. more,
            ]);
}
