using Microsoft.Extensions.Logging;
using Modular.Jobs.Background;

namespace Modular.Intake.Drafts;

/// <summary>Every hour, whether anybody works or not. A file of drafts that cannot be read is told soon after the start.</summary>
internal sealed class DraftPurgeLoop(DraftService drafts, TimeProvider time, ILogger<DraftPurgeLoop> log) : BackgroundLoop(TimeSpan.FromHours(1), time, log)
{
    protected override Task RoundAsync(CancellationToken cancellation)
    {
        drafts.Purge();
        return Task.CompletedTask;
    }
}
