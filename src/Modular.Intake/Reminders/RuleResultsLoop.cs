using Microsoft.Extensions.Logging;
using Modular.Jobs.Background;

namespace Modular.Intake.Reminders;

/// <summary>Looks every minute whether the rules of a site changed, or its day did.</summary>
internal sealed class RuleResultsLoop(RuleResultsUpdate rules, TimeProvider time, ILogger<RuleResultsLoop> log)
    : BackgroundLoop(TimeSpan.FromMinutes(1), time, log)
{
    protected override Task RoundAsync(CancellationToken cancellation) => rules.AskAsync(cancellation);
}
