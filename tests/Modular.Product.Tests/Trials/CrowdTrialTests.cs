using Modular.Benchmarks.Trials;

namespace Modular.Product.Tests.Trials;

/// <summary>The trials with a crowd in a short form, one after the other: each wants the machine for itself. In full: the command of README.md.</summary>
[TestClass]
[DoNotParallelize]
public sealed class CrowdTrialTests(TestContext context)
{
    [TestMethod]
    public Task Nothing_acknowledged_is_lost_by_five_kills() => Trial.PassesAsync(context, output => KillTrial.RunAsync(5, output));

    [TestMethod]
    public Task Nothing_kept_as_a_draft_is_lost_by_five_kills() => Trial.PassesAsync(context, output => DraftTrial.RunAsync(5, output));

    [TestMethod]
    public Task A_site_dropped_into_a_running_host_disturbs_nobody() => Trial.PassesAsync(context, output => DropTrial.RunAsync(output, allowed: TimeSpan.FromSeconds(20)));
}
