using Microsoft.Extensions.Logging;
using Modular.Jobs.Background;

namespace Modular.Intake.Reminders;

/// <summary>Looks every minute whether the rules of a site changed, or its day did.</summary>
internal sealed class JudgementLoop(Judgements judgements, TimeProvider time, ILogger<JudgementLoop> log)
    : BackgroundLoop(TimeSpan.FromMinutes(1), time, log)
{
    protected override Task RoundAsync(CancellationToken cancellation) => judgements.AskAsync(cancellation);
}
