namespace Modular.Jobs;

internal sealed class JobPlans(IEnumerable<IJob> jobs)
{
    /// <summary>The host's, then those of one site after another.</summary>
    public IReadOnlyList<JobPlan> All() =>
        [.. jobs.SelectMany(job => job.Plans()).GroupBy(plan => plan.Site).OrderBy(plans => plans.Key is not null).SelectMany(plans => plans)];

    public JobPlan? Find(string key) => All().FirstOrDefault(plan => plan.Key == key);

    public Task<string> RunAsync(JobRun run, CancellationToken cancellation)
    {
        // None: its site went away since it was taken.
        var owner = jobs.FirstOrDefault(job => job.Plans().Any(plan => plan.Job == run.Job && plan.Site == run.Site));
        return owner?.RunAsync(run, cancellation) ?? throw new JobFailedException("Le site n’est pas chargé.");
    }
}
