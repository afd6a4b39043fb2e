using Hangfire;
using Hangfire.Storage;

namespace Modular.Jobs.Engine;

/// <summary>When the engine calls: for every plan at its hours, and every few minutes for all of them.</summary>
internal sealed class Timetable(JobStorage storage, IRecurringJobManager recurring, IBackgroundJobClient queue)
{
    private const string Round = "round";

    /// <summary>What failed is tried again after a quarter of an hour at the soonest, and nobody waits for a report by the minute.</summary>
    private const string EveryFiveMinutes = "*/5 * * * *";

    /// <summary>Puts it in accord with the plans: what lost its owner goes, what is new comes. A round follows at once.</summary>
    public void Follow(IReadOnlyList<JobPlan> plans)
    {
        foreach (var orphan in Keys().Except(plans.Select(plan => plan.Key)))
        {
            recurring.RemoveIfExists(orphan);
        }

        foreach (var plan in plans)
        {
            var (key, inItsZone) = (plan.Key, new RecurringJobOptions { TimeZone = plan.Schedule.Zone });
            recurring.AddOrUpdate<DueJobs>(key, jobs => jobs.PlanAsync(key, CancellationToken.None), plan.Schedule.Cron, inItsZone);
        }

        recurring.AddOrUpdate<DueJobs>(Round, jobs => jobs.RoundAsync(CancellationToken.None), EveryFiveMinutes);
        RoundNow();
    }

    public void RoundNow() => queue.Enqueue<DueJobs>(jobs => jobs.RoundAsync(CancellationToken.None));

    public void RunNow(string key) => queue.Enqueue<DueJobs>(jobs => jobs.PlanAsync(key, CancellationToken.None));

    public IReadOnlyList<string> Keys()
    {
        using var connection = storage.GetConnection();
        return [.. connection.GetRecurringJobs().Select(job => job.Id).Where(id => id != Round)];
    }
}
