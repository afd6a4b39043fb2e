namespace Modular.Product.Tests.Typing;

/// <summary><c>.ci/run</c> over a dotnet that is made up: what it makes of the summaries, and its exit code.</summary>
[TestClass]
public sealed class ContinuousIntegrationTests
{
    [TestMethod]
    [DataRow("Passed", 2, 0, 0, 0, "tests: 4 passed, 0 failed, 0 skipped", 0, DisplayName = "all passed")]
    [DataRow("Failed", 1, 1, 0, 1, "tests: 2 passed, 2 failed, 0 skipped", 1, DisplayName = "one failed")]
    [DataRow("Passed", 1, 1, 0, 0, "tests: 2 passed, 2 failed, 0 skipped", 1, DisplayName = "one failed, and dotnet ended well")]
    [DataRow("Passed", 2, 0, 0, 3, "tests: 4 passed, 0 failed, 0 skipped", 3, DisplayName = "dotnet ended badly")]
    [DataRow("Skipped", 0, 0, 2, 0, "tests: 0 passed, 0 failed, 4 skipped", 1, DisplayName = "nothing ran")]
    public async Task The_last_line_counts_and_the_exit_code_decides(string verdict, int passed, int failed, int skipped, int ended, string last, int exit)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var made = new MadeUpCheckout(["First.Tests", "Second.Tests"]);
        var answer = await made.RunAsync(
            ["First.Tests", "Second.Tests"],
            project => $"{verdict}!  - Failed: {failed,5}, Passed: {passed,5}, Skipped: {skipped,5}, Total: 2, Duration: 1 s - {project}.dll (net10.0)", ended);
        Assert.AreEqual(last, answer.Out.TrimEnd().Split('\n')[^1]);
        Assert.AreEqual(exit, answer.ExitCode);
        Assert.Contains("ci: dotnet test Made.sln", answer.Out);
    }

    [TestMethod]
    public async Task A_test_project_that_ran_no_test_is_named_and_fails_the_run()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var made = new MadeUpCheckout(["First.Tests", "Second.Tests"]);
        var answer = await made.RunAsync(
            ["First.Tests"], project => $"Passed!  - Failed:     0, Passed:     2, Skipped:     0, Total:     2, Duration: 1 s - {project}.dll (net10.0)", 0);
        Assert.Contains("ci: Second.Tests ran no test", answer.Out);
        Assert.AreEqual(1, answer.ExitCode);
    }
}
