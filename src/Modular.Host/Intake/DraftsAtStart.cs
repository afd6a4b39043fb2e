using Modular.Intake.Drafts;

namespace Modular.Host.Intake;

/// <summary>Opens the drafts before the first request: what is too old goes, and a file that cannot be read is told at the start.</summary>
internal sealed class DraftsAtStart(DraftBook drafts) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        drafts.Purge();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
