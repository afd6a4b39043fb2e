using Microsoft.Extensions.Logging;
using Modular.Jobs.Background;

namespace Modular.Intake.Drafts;

/// <summary>
/// What is too old goes soon after the start and every hour, whether anybody works or not. The drafts are opened by that: a file that cannot be read is told then.
/// </summary>
internal sealed class OldDrafts(DraftBook drafts, TimeProvider time, ILogger<OldDrafts> log) : BackgroundLoop(TimeSpan.FromHours(1), time, log)
{
    protected override Task RoundAsync(CancellationToken cancellation)
    {
        drafts.Purge();
        return Task.CompletedTask;
    }
}
