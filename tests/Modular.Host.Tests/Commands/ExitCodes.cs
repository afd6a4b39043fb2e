using System.Net;
using System.Net.Sockets;

namespace Modular.Host.Tests.Commands;

[TestClass]
public sealed class ExitCodes
{
    [TestMethod]
    [DataRow("unheard-of")]
    [DataRow("serve", "--unheard-of")]
    [DataRow("serve", "--urls")]
    public async Task Wrong_usage_is_two_and_says_how_to_get_help(params string[] arguments)
    {
        var terminal = new TestTerminal();
        Assert.AreEqual(2, await terminal.RunAsync(arguments));
        Assert.Contains("--help", terminal.Error);
        Assert.AreEqual("", terminal.Out);
    }

    [TestMethod]
    public async Task Help_is_zero_and_lists_the_commands()
    {
        var terminal = new TestTerminal();
        Assert.AreEqual(0, await terminal.RunAsync("--help"));
        Assert.Contains("serve", terminal.Out);
        Assert.AreEqual("", terminal.Error);
    }

    [TestMethod]
    public async Task Serving_from_a_data_folder_that_cannot_be_made_is_one_and_says_why()
    {
        var file = Path.GetTempFileName();
        var terminal = new TestTerminal();
        Assert.AreEqual(1, await terminal.RunAsync("serve", "--data-folder", Path.Combine(file, "data"), "--urls", "http://127.0.0.1:0"));
        Assert.StartsWith("serve: ", terminal.Error);
        File.Delete(file);
    }

    [TestMethod]
    public async Task An_address_that_is_none_is_wrong_usage() => Assert.AreEqual((2, 1), await ServeAsync("nonsense"));

    [TestMethod]
    public async Task An_address_that_somebody_else_listens_on_is_refused_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        Assert.AreEqual((1, 1), await ServeAsync($"http://{other.LocalEndpoint}"));
    }

    /// <returns>The exit code, and the lines on standard error, each of them <c>serve: sentence</c>.</returns>
    private static async Task<(int Code, int Lines)> ServeAsync(string urls)
    {
        var data = Directory.CreateTempSubdirectory("modular-exit-").FullName;
        try
        {
            var terminal = new TestTerminal();
            var code = await terminal.RunAsync("serve", "--data-folder", data, "--plugins-folder", data, "--urls", urls);
            var lines = terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.IsTrue(Array.TrueForAll(lines, line => line.StartsWith("serve: ", StringComparison.Ordinal)), terminal.Error);
            return (code, lines.Length);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    [TestMethod]
    public async Task A_folder_of_plugins_that_is_not_there_is_refused()
    {
        var terminal = new TestTerminal();
        Assert.AreEqual(1, await terminal.RunAsync("site", "list", "--plugins-folder", "/nowhere/plugins"));
        Assert.Contains("there is no folder", terminal.Error);
    }
}
