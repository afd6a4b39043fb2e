using System.Diagnostics;
using Modular.Host.Composition;
using Modular.Jobs;
using Modular.Jobs.Ledger;
using Modular.Reporting.Deliveries;
using Modular.Sites;
using Modular.Storage;
using Modular.Storage.Backups;

namespace Modular.Host.State;

/// <summary>The one place that asks data, ledger, queue and sites how they do.</summary>
internal sealed class HostStateReader(
    ModularSettings settings, ServedData data, BackupFolder backups, IJobScheduler scheduler, DeliveryQueue queue, ISiteCatalogue sites)
{
    public async Task<HostState> ReadAsync(CancellationToken cancellation = default)
    {
        var answer = await AnswerAsync(cancellation);
        var room = new DriveInfo(settings.DataFolder).AvailableFreeSpace;
        var jobs = await scheduler.StatusAsync(cancellation);
        var backup = backups.Files().FirstOrDefault();
        var (waiting, givenUp) = await queue.CountAsync(cancellation);
        return new(
            answer,
            await data.WhyWrongTimeAsync(cancellation) is not null,
            room,
            backup,
            MadeAt(jobs) ?? backup?.LastWriteTimeUtc,
            jobs.Count(job => job.Latest is [{ State: JobState.Failed }, ..]),
            waiting,
            givenUp,
            sites.All.Count(site => site.State is SiteState.Refused or SiteState.Faulted or SiteState.CodeMissing));
    }

    private async Task<long?> AnswerAsync(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        return await data.WhyNotReadyAsync(cancellation) is null ? (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds : null;
    }

    /// <summary>Of several hosts one makes it: it need not be in this one's folder.</summary>
    private static DateTimeOffset? MadeAt(IReadOnlyList<JobStatus> jobs) =>
        jobs.Where(job => job.Plan.Job == BackupJob.Key).SelectMany(job => job.Latest).Where(run => run.State == JobState.Done).Max(run => run.Ended);
}
