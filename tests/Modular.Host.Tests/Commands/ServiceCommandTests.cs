using Modular.Host.Commands;
using Modular.Host.Composition;

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
        Assert.Contains("UMask=0077", printed);
        Assert.Contains("#   useradd --system modular\n", printed);
        Assert.Contains("#   install -d -o modular -m 700 \"/srv/mes données\"\n", printed);
        Assert.Contains("EnvironmentFile=-/etc/modular.env", printed);
        Assert.DoesNotContain("Password=", printed.Replace("Modular__Mail__Password=…", "", StringComparison.Ordinal));
    }

    /// <summary>systemd takes quotes in most settings; in this one they are part of the path, and the unit is refused.</summary>
    [TestMethod]
    public void A_folder_with_a_space_is_quoted_but_where_systemd_takes_no_quotes()
    {
        var settings = new ModularSettings("/srv/données", "/srv/sites", Demo: false, Browser: null, PostgreSql: null);
        var printed = SystemdUnit.Of(settings, "http://127.0.0.1:5080", "social", "/opt/mes outils/50 %/");
        Assert.Contains("WorkingDirectory=/opt/mes outils/50 %%/\n", printed);
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
