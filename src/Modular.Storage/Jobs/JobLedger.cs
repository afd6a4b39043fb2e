using Microsoft.EntityFrameworkCore;
using Modular.Jobs;
using Modular.Jobs.Ledger;

namespace Modular.Storage.Jobs;

internal sealed class JobLedger(IDbContextFactory<JobsContext> contexts) : IJobLedger
{
    private const string Interrupted = "Interrompue par l’arrêt de l’application.";

    public async Task<DateTimeOffset> SeenSinceAsync(string job, string? site, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.BeginWriteAsync(cancellation);
        if (await context.Plans.FindAsync([job, site ?? ""], cancellation) is { } known)
        {
            return known.Since;
        }

        context.Plans.Add(new PlanRow { Job = job, Site = site ?? "", Since = now });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return now;
    }

    public async Task PlanAsync(IReadOnlyList<JobRun> runs, DateTimeOffset now, CancellationToken cancellation)
    {
        if (runs.Count == 0)
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.BeginWriteAsync(cancellation);
        foreach (var run in runs)
        {
            if (await FindAsync(context, run, cancellation) is null)
            {
                context.Runs.Add(New(run, now));
            }
        }

        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<bool> StartAsync(JobRun run, DateTimeOffset now, bool again, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.BeginWriteAsync(cancellation);
        var row = await FindAsync(context, run, cancellation) ?? context.Runs.Add(New(run, now)).Entity;
        if (row.State == JobState.Running || (row.State == JobState.Done && !again))
        {
            return false;
        }

        (row.State, row.StartedAt, row.EndedAt, row.RetryAt, row.Sentence) = (JobState.Running, now, null, null, null);
        row.Attempts++;
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task EndAsync(JobRun run, JobState state, string sentence, DateTimeOffset now, DateTimeOffset? retryAt, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await FindAsync(context, run, cancellation) ?? throw new InvalidOperationException($"{run.Job} was never started for {run.Period}.");
        (row.State, row.Sentence, row.EndedAt, row.RetryAt) = (state, sentence, now, retryAt);
        await context.SaveChangesAsync(cancellation);
    }

    public async Task<int> ReleaseInterruptedAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Runs.Where(row => row.State == JobState.Running).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, JobState.Failed)
                .SetProperty(row => row.Sentence, Interrupted)
                .SetProperty(row => row.EndedAt, now)
                .SetProperty(row => row.RetryAt, now),
            cancellation);
    }

    public async Task<IReadOnlyList<LedgerRow>> LatestAsync(string job, string? site, int most, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var of = site ?? "";
        var rows = await context.Runs.AsNoTracking().Where(row => row.Job == job && row.Site == of).OrderByDescending(row => row.Day).Take(most).ToListAsync(cancellation);
        return [.. rows.Select(Read)];
    }

    private static async ValueTask<RunRow?> FindAsync(JobsContext context, JobRun run, CancellationToken cancellation) =>
        await context.Runs.FindAsync([run.Job, run.Site ?? "", run.Period], cancellation);

    private static RunRow New(JobRun run, DateTimeOffset now) =>
        new() { Job = run.Job, Site = run.Site ?? "", Period = run.Period, Day = run.Day, State = JobState.Planned, Attempts = 0, PlannedAt = now };

    private static LedgerRow Read(RunRow row) => new(
        new JobRun(row.Job, row.Site.Length == 0 ? null : row.Site, row.Period, row.Day),
        row.State,
        row.Attempts,
        row.StartedAt,
        row.EndedAt,
        row.RetryAt,
        row.Sentence);
}
