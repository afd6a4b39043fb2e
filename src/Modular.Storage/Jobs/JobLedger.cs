using Microsoft.EntityFrameworkCore;
using Modular.Jobs;
using Modular.Jobs.Ledger;

namespace Modular.Storage.Jobs;

internal sealed class JobLedger(IDbContextFactory<JobsContext> contexts) : IJobLedger
{
    private const string Interrupted = "Interrompue par l’arrêt de l’application.";

    public async Task<DateTimeOffset> SeenSinceAsync(string job, string? site, string timing, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var of = site ?? "";
        // Known nearly always: a round over all plans takes nobody's turn to write.
        if (await context.Plans.AsNoTracking().FirstOrDefaultAsync(row => row.Job == job && row.Site == of && row.Timing == timing, cancellation) is { } known)
        {
            return known.Since;
        }

        await using var transaction = await context.BeginWriteAsync(cancellation);
        var plan = await context.Plans.FindAsync([job, of], cancellation)
            ?? context.Plans.Add(new PlanRow { Job = job, Site = of, Since = now, Timing = timing }).Entity;
        // None: the row is of a version that did not keep it.
        (plan.Since, plan.Timing) = (plan.Timing is null || plan.Timing == timing ? plan.Since : now, timing);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return plan.Since;
    }

    public async Task PlanAsync(IReadOnlyList<JobRun> runs, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if ((await UnknownAsync(context, runs, cancellation)).Count == 0)
        {
            return;
        }

        await using var transaction = await context.BeginWriteAsync(cancellation);
        context.Runs.AddRange((await UnknownAsync(context, runs, cancellation)).Select(run => New(run, now)));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<bool> AskAsync(JobRun run, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.BeginWriteAsync(cancellation);
        var row = await FindAsync(context, run, cancellation) ?? context.Runs.Add(New(run, now)).Entity;
        if (row.State == JobState.Running)
        {
            return false;
        }

        (row.State, row.RetryAt) = (JobState.Planned, null);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task<LedgerRow?> TakeAsync(string job, string? site, string? period, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var of = site ?? "";
        var due = context.Runs
            .Where(row => row.Job == job && row.Site == of && (period == null || row.Period == period))
            .Where(row => row.State == JobState.Planned || (row.State == JobState.Failed && row.RetryAt <= now))
            .OrderBy(row => row.Day);
        if (!await due.AnyAsync(cancellation))
        {
            return null;
        }

        await using var transaction = await context.BeginWriteAsync(cancellation);
        if (await due.FirstOrDefaultAsync(cancellation) is not { } row)
        {
            return null;
        }

        (row.State, row.StartedAt, row.EndedAt, row.RetryAt, row.Sentence) = (JobState.Running, now, null, null, null);
        row.Attempts++;
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Read(row);
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

    private static async Task<List<JobRun>> UnknownAsync(JobsContext context, IReadOnlyList<JobRun> runs, CancellationToken cancellation)
    {
        List<JobRun> unknown = [];
        foreach (var plan in runs.GroupBy(run => (run.Job, Site: run.Site ?? "")))
        {
            var periods = plan.Select(run => run.Period).ToList();
            var known = await context.Runs
                .Where(row => row.Job == plan.Key.Job && row.Site == plan.Key.Site && periods.Contains(row.Period))
                .Select(row => row.Period)
                .ToListAsync(cancellation);
            unknown.AddRange(plan.ExceptBy(known, run => run.Period));
        }

        return unknown;
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
