using Modular.Benchmarks.Trials;

namespace Modular.Product.Tests.Trials;

/// <summary>The trials with a crowd in a short form, one after the other: a crowd is enough. In full: the command of README.md.</summary>
[TestClass]
public sealed class CrowdTrialTests(TestContext context)
{
    private static readonly SemaphoreSlim Turn = new(1);

    [TestMethod]
    public Task Nothing_acknowledged_is_lost_by_five_kills() => InTurnAsync(output => KillTrial.RunAsync(5, output));

    [TestMethod]
    public Task Nothing_kept_as_a_draft_is_lost_by_five_kills() => InTurnAsync(output => DraftTrial.RunAsync(5, output));

    [TestMethod]
    public Task A_site_dropped_into_a_running_host_disturbs_nobody() => InTurnAsync(output => DropTrial.RunAsync(output, allowed: TimeSpan.FromSeconds(20)));

    private async Task InTurnAsync(Func<TextWriter, Task<bool>> trial)
    {
        await Turn.WaitAsync();
        try
        {
            await Trial.PassesAsync(context, trial);
        }
        finally
        {
            Turn.Release();
        }
    }
}
