using Modular.Benchmarks.Trials;

namespace Modular.Product.Tests.Trials;

/// <summary>Beside others: nearly all of its minutes are waited for on the real clock.</summary>
[TestClass]
public sealed class OutageTrialTests(TestContext context)
{
    [TestMethod]
    public Task A_report_due_while_host_and_mail_server_are_away_arrives_once() =>
        Trial.PassesAsync(context, output => OutageTrial.RunAsync(output, quiet: TimeSpan.FromSeconds(10)));
}
