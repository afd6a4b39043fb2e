using Microsoft.Extensions.Logging;
using Modular.Jobs.Background;

namespace Modular.Intake.Facts;

/// <summary>Whoever computes figures brings the facts first; nobody does for days, and they come all the same.</summary>
internal sealed class PendingFactsLoop(PendingFacts facts, TimeProvider time, ILogger<PendingFactsLoop> log)
    : BackgroundLoop(TimeSpan.FromMinutes(5), time, log)
{
    protected override Task RoundAsync(CancellationToken cancellation) => facts.BringAsync(cancellation);
}
