using Modular.Benchmarks.Trials;
using Modular.Tests;

namespace Modular.Product.Tests.Trials;

/// <summary>A few of the lives; in full: the command of README.md.</summary>
[TestClass]
public sealed class LivesTrialTests(TestContext context)
{
    [ClassCleanup]
    public static Task EndAsync() => PostgreSqlServer.EndAllAsync();

    [TestMethod]
    public async Task Random_sites_live_the_same_life_on_sqlite_and_on_postgresql()
    {
        try
        {
            await Trial.PassesAsync(context, output => LivesTrial.RunAsync(5, output));
        }
        catch (PostgreSqlMissingException missing) when (Environment.GetEnvironmentVariable("CI") is not "true")
        {
            Assert.Inconclusive(missing.Message);
        }
    }
}
