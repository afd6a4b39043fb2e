using Modular.Host.Commands;

namespace Modular.Host.Tests.Commands;

[TestClass]
public sealed class ServiceCommandTests
{
    [TestMethod]
    public async Task The_unit_serves_these_folders_with_this_executable_and_holds_no_secret()
    {
        var (code, printed) = await RunAsync("service", "--print", "--data-folder", "/srv/mes données", "--plugins-folder", Path.GetTempPath());
        Assert.AreEqual(ExitCode.Done, code);
        Assert.Contains("ExecStart=", printed);
        Assert.Contains("Type=notify", printed);
        Assert.Contains("User=modular", printed);
        Assert.Contains("Environment=\"Modular__DataFolder=/srv/mes données\"", printed);
        Assert.Contains("ReadWritePaths=\"/srv/mes données\"", printed);
        Assert.Contains("EnvironmentFile=-/etc/modular.env", printed);
        Assert.DoesNotContain("Password=", printed.Replace("Modular__Mail__Password=…", "", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task Without_print_it_is_wrong_usage() => Assert.AreEqual(ExitCode.Misused, (await RunAsync("service")).Code);

    private static async Task<(int Code, string Printed)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        return (await CommandLine.RunAsync(args, new Terminal(TextReader.Null, output, error, IsWatched: false)), output.ToString());
    }
}
