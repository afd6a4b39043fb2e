using Modular.Browser.Tests.Harness;

namespace Modular.Browser.Tests.Setup;

/// <summary>How the tests come by a browser, on machines that are made up.</summary>
[TestClass]
public sealed class BrowserSetupTests
{
    [TestMethod]
    [DataRow("/opt/bin/google-chrome")]
    [DataRow("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    [DataRow("/home/me/.cache/ms-playwright/chrome")]
    public async Task A_browser_that_is_there_is_taken_and_nothing_is_done_or_told(string place)
    {
        var machine = new MadeUpMachine { IsRoot = true, Files = { place, "/etc/debian_version", "/usr/bin/apt-get" } };
        Assert.AreEqual(place, await machine.SetUpAsync());
        Assert.IsEmpty(machine.Done);
        Assert.IsEmpty(machine.Told);
    }

    [TestMethod]
    public async Task The_one_that_is_named_comes_before_any_other()
    {
        var machine = new MadeUpMachine { Files = { "/opt/bin/chromium", "/mine/chrome" }, Variables = { ["MODULAR_CHROMIUM"] = "/mine/chrome" } };
        Assert.AreEqual("/mine/chrome", await machine.SetUpAsync());
    }

    [TestMethod]
    public async Task One_that_is_named_and_missing_is_a_slip_that_is_told()
    {
        var machine = new MadeUpMachine { IsRoot = true, Files = { "/opt/bin/chromium" }, Variables = { ["MODULAR_CHROMIUM"] = "/mine/chrom" } };
        Assert.Contains("/mine/chrom", (await Assert.ThrowsExactlyAsync<BrowserMissingException>(machine.SetUpAsync)).Message);
        CollectionAssert.AreEqual(new[] { "told" }, machine.Done);
    }

    [TestMethod]
    public async Task Root_on_debian_takes_the_package_and_is_told_before_and_after()
    {
        var machine =
            new MadeUpMachine { IsRoot = true, Files = { "/etc/debian_version", "/usr/bin/apt-get" }, Brings = { ["install"] = "/opt/bin/chromium" } };
        Assert.AreEqual("/opt/bin/chromium", await machine.SetUpAsync());
        CollectionAssert.AreEqual(new[] { "told", "apt-get update", "apt-get install chromium", "told" }, machine.Done);
        Assert.Contains("installing", machine.Told[0]);
    }

    [TestMethod]
    public async Task Where_the_package_cannot_be_had_playwright_fetches_one()
    {
        var machine = new MadeUpMachine { IsRoot = true, Files = { "/etc/debian_version", "/usr/bin/apt-get" }, Fails = { "update" }, Brings = { ["playwright"] = "/home/me/.cache/ms-playwright/chrome" } };
        Assert.AreEqual("/home/me/.cache/ms-playwright/chrome", await machine.SetUpAsync());
        CollectionAssert.AreEqual(new[] { "told", "apt-get update", "told", "told", "playwright", "told" }, machine.Done);
    }

    [TestMethod]
    [DataRow(false, "/etc/debian_version", DisplayName = "no root")]
    [DataRow(true, "/etc/fedora-release", DisplayName = "no Debian")]
    public async Task Nobody_but_root_on_debian_installs_a_package(bool isRoot, string release)
    {
        var machine = new MadeUpMachine { IsRoot = isRoot, Files = { release, "/usr/bin/apt-get" }, Brings = { ["playwright"] = "/home/me/.cache/ms-playwright/chrome" } };
        Assert.AreEqual("/home/me/.cache/ms-playwright/chrome", await machine.SetUpAsync());
        CollectionAssert.AreEqual(new[] { "told", "playwright", "told" }, machine.Done);
    }

    [TestMethod]
    public async Task Where_none_is_to_be_had_one_sentence_says_what_to_install()
    {
        var machine = new MadeUpMachine { Fails = { "playwright" } };
        var missing = await Assert.ThrowsExactlyAsync<BrowserMissingException>(machine.SetUpAsync);
        Assert.Contains("Chromium, Chrome or Edge: install one", missing.Message);
    }

    [TestMethod]
    public async Task Windows_is_searched_where_its_programs_are()
    {
        var edge = Path.Combine("C:/Program Files (x86)", @"Microsoft\Edge\Application\msedge.exe");
        var machine = new MadeUpMachine { IsWindows = true, Files = { edge }, Variables = { ["ProgramFiles(x86)"] = "C:/Program Files (x86)" } };
        Assert.AreEqual(edge, await machine.SetUpAsync());
    }

    [TestMethod]
    public async Task A_program_that_does_not_end_is_ended_and_one_that_fails_says_how()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        var machine = new ThisMachine(playwright);
        Assert.IsNull(await machine.RunAsync("sh", ["-c", "cat"], TimeSpan.FromMinutes(1)), "Without input cat ends at once.");
        Assert.AreEqual("sh ended with 3 (no such luck)", await machine.RunAsync("sh", ["-c", "echo no such luck >&2; exit 3"], TimeSpan.FromMinutes(1)));
        Assert.Contains("was not done", (await machine.RunAsync("sh", ["-c", "tail -f /dev/null"], TimeSpan.FromMilliseconds(300)))!);
    }
}
