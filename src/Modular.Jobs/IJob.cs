namespace Modular.Jobs;

/// <summary>Something that runs by itself: one class of the module whose business it is, added with <see cref="JobsServices.AddJob{T}"/>.</summary>
/// <remarks>Never a plugin's: after a swap its type could not be found again.</remarks>
public interface IJob
{
    /// <summary>When it runs and what for, as things are now: for the whole host, or for each of its sites.</summary>
    IEnumerable<JobPlan> Plans();

    /// <summary>Runs one of its plans; may be asked twice for the same period, and then does nothing twice that may be done once only.</summary>
    /// <returns>What was done, a sentence in French without anything personal.</returns>
    Task<string> RunAsync(JobRun run, CancellationToken cancellation);
}

/// <param name="Day">The due day, local to the schedule's zone.</param>
public sealed record JobRun(string Job, string? Site, string Period, DateOnly Day);

/// <param name="sentence">Why, in French, without anything personal: the administrator reads it.</param>
public sealed class JobFailedException(string sentence, Exception? inner = null) : Exception(sentence, inner);
