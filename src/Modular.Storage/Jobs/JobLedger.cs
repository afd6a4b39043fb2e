using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Modular.Jobs;
using Modular.Jobs.Ledger;

namespace Modular.Storage.Jobs;

internal sealed class JobLedger(IDbContextFactory<JobsContext> contexts, IDatabase database) : IJobLedger
{
    private const string Interrupted = "Interrompue par l’arrêt de l’application.";

    /// <summary>A host says so every half minute: one that is silent for four times as long has died.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(2);

    private readonly Lazy<string> _name = new(() => HostOwner.Of(database));

    private string Owner => _name.Value;

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> SeenSinceAsync(
        IReadOnlyCollection<JobPlan> plans, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = await contexts.ReadAsync(context => KnownAsync(context, plans, cancellation), cancellation);
        // Nearly always: a round over all plans takes nobody's turn to write.
        if (!plans.All(plan => known.TryGetValue((plan.Job, plan.Site ?? ""), out var row) && row.Timing == plan.Timing))
        {
            known = await contexts.WriteAsync(context => KeepAsync(context, plans, now, cancellation), cancellation);
        }

        return plans.ToDictionary(plan => plan.Key, plan => known[(plan.Job, plan.Site ?? "")].Since);
    }

    private static async Task<Dictionary<(string, string), PlanRow>> KeepAsync(
        JobsContext context, IEnumerable<JobPlan> plans, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = await KnownAsync(context, plans, cancellation);
        foreach (var plan in plans)
        {
            var key = (plan.Job, plan.Site ?? "");
            var row = known[key] = known.GetValueOrDefault(key)
                ?? context.Plans.Add(new PlanRow { Job = plan.Job, Site = plan.Site ?? "", Since = now, Timing = plan.Timing }).Entity;
            // None: the row is of a version that did not keep it.
            (row.Since, row.Timing) = (row.Timing is null || row.Timing == plan.Timing ? row.Since : now, plan.Timing);
        }

        return known;
    }

    private static Task<Dictionary<(string, string), PlanRow>> KnownAsync(JobsContext context, IEnumerable<JobPlan> plans, CancellationToken cancellation)
    {
        var jobs = plans.Select(plan => plan.Job).Distinct().ToList();
        return context.Plans.Where(row => jobs.Contains(row.Job)).ToDictionaryAsync(row => (row.Job, row.Site), cancellation);
    }

    public async Task PlanAsync(IReadOnlyList<JobRun> runs, DateTimeOffset now, CancellationToken cancellation)
    {
        if ((await contexts.ReadAsync(context => UnknownAsync(context, runs, cancellation), cancellation)).Count > 0)
        {
            await contexts.WriteAsync(
                async context => context.Runs.AddRange((await UnknownAsync(context, runs, cancellation)).Select(run => New(run, now))), cancellation);
        }
    }

    public Task<bool> AskAsync(JobRun run, DateTimeOffset now, CancellationToken cancellation) => contexts.WriteAsync(async context =>
    {
        var row = await FindAsync(context, run, cancellation) ?? context.Runs.Add(New(run, now)).Entity;
        if (row.State == JobState.Running)
        {
            return false;
        }

        (row.State, row.RetryAt) = (JobState.Planned, null);
        return true;
    }, cancellation);

    public async Task<RunRecord?> TakeAsync(string job, string? site, string? period, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!await contexts.ReadAsync(context => Due(context).AnyAsync(cancellation), cancellation))
        {
            return null;
        }

        return await contexts.WriteAsync(async context =>
        {
            if (await Due(context).FirstOrDefaultAsync(cancellation) is not { } row)
            {
                return null;
            }

            (row.State, row.StartedAt, row.EndedAt, row.RetryAt, row.Sentence) = (JobState.Running, now, null, null, null);
            (row.Owner, row.HeldUntil) = (Owner, now + Held);
            row.Attempts++;
            return Read(row);
        }, cancellation);

        IQueryable<RunRow> Due(JobsContext context) => context.Runs
            .Where(row => row.Job == job && row.Site == (site ?? "") && (period == null || row.Period == period))
            .Where(row => row.State == JobState.Planned || (row.State == JobState.Failed && row.RetryAt <= now))
            .OrderBy(row => row.Day);
    }

    public Task EndAsync(JobRun run, JobState state, string sentence, DateTimeOffset now, DateTimeOffset? retryAt, CancellationToken cancellation) =>
        contexts.WriteAsync(async context =>
        {
            var row = await FindAsync(context, run, cancellation) ?? throw new InvalidOperationException($"{run.Job} was never started for {run.Period}.");
            if (row.Owner is null || row.Owner == Owner)
            {
                (row.State, row.Sentence, row.EndedAt, row.RetryAt) = (state, sentence, now, retryAt);
            }
        }, cancellation);

    public Task<int> ReleaseInterruptedAsync(DateTimeOffset now, CancellationToken cancellation) =>
        ReleaseAsync(row => row.Owner == null || row.Owner == Owner, now, cancellation);

    public Task<int> ReleaseAbandonedAsync(DateTimeOffset now, CancellationToken cancellation) =>
        ReleaseAsync(row => row.Owner != Owner && row.HeldUntil < now, now, cancellation);

    public async Task HoldAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (await contexts.ReadAsync(context => Running(context).AnyAsync(row => row.Owner == Owner, cancellation), cancellation))
        {
            await contexts.WriteAsync(
                async context =>
                    (await Running(context).Where(row => row.Owner == Owner).ToListAsync(cancellation)).ForEach(row => row.HeldUntil = now + Held),
                cancellation);
        }
    }

    private async Task<int> ReleaseAsync(Expression<Func<RunRow, bool>> left, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!await contexts.ReadAsync(context => Running(context).AnyAsync(left, cancellation), cancellation))
        {
            return 0;
        }

        return await contexts.WriteAsync(async context =>
        {
            var interrupted = await Running(context).Where(left).ToListAsync(cancellation);
            foreach (var row in interrupted)
            {
                (row.State, row.Sentence, row.EndedAt, row.RetryAt) = (JobState.Failed, Interrupted, now, now);
            }

            return interrupted.Count;
        }, cancellation);
    }

    private static IQueryable<RunRow> Running(JobsContext context) => context.Runs.Where(row => row.State == JobState.Running);

    public async Task<IReadOnlyList<RunRecord>> LatestAsync(string job, string? site, int most, CancellationToken cancellation)
    {
        var rows = await contexts.ReadAsync(context => context.Runs
            .Where(row => row.Job == job && row.Site == (site ?? ""))
            .OrderByDescending(row => row.Day)
            .Take(most)
            .ToListAsync(cancellation), cancellation);
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

    private static RunRecord Read(RunRow row)
    {
        var run = new JobRun(row.Job, row.Site.Length == 0 ? null : row.Site, row.Period, row.Day);
        return new RunRecord(run, row.State, row.Attempts, row.StartedAt, row.EndedAt, row.RetryAt, row.Sentence);
    }
}
