using System.Globalization;
using Modular.Jobs.Schedules;

namespace Modular.Jobs;

/// <summary>Something that runs by itself.</summary>
public sealed record JobPlan
{
    /// <summary>Lower-case letters, digits, hyphens and colons: <c>backup</c>, <c>report:annuel</c>.</summary>
    public required string Job { get; init; }

    /// <summary>Identifier of the site, or null for what concerns the whole host.</summary>
    public string? Site { get; init; }

    /// <summary>What people read, in French.</summary>
    public required string Label { get; init; }

    public required Schedule Schedule { get; init; }

    public required CatchUp CatchUp { get; init; }

    /// <summary>The period that a due day is about; by default the day itself. A period is done once, whatever runs.</summary>
    public Func<DateOnly, string> PeriodOf { get; init; } = day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What kind of period <see cref="PeriodOf"/> tells: <c>day</c>, <c>year</c>.</summary>
    public string PeriodKind { get; init; } = "day";

    /// <summary>When it is due, and about what: under another one nothing is owed of the past.</summary>
    public string Timing => $"{Schedule.Written} {PeriodKind}";

    /// <summary>Unique among the plans.</summary>
    public string Key => Site is null ? Job : $"{Job}@{Site}";
}

/// <summary>What is done about due moments that passed while the host was down.</summary>
public enum CatchUp
{
    /// <summary>Each of them: a report that was missed is still owed.</summary>
    Every,

    /// <summary>The last alone: nobody wants last week's daily list.</summary>
    Latest,
}

/// <summary>One run of a job.</summary>
/// <param name="Day">The due day, local to the schedule's zone.</param>
public sealed record JobRun(string Job, string? Site, string Period, DateOnly Day);

/// <summary>What the host has to run. The job's code is the host's, never a plugin's: after a swap its type could not be found again.</summary>
public interface IJobs
{
    /// <summary>All plans, as they stand now.</summary>
    IReadOnlyList<JobPlan> Plans();

    /// <summary>Runs one; may be asked twice for the same period, and then does nothing twice that may be done once only.</summary>
    /// <returns>What was done, a sentence in French without anything personal.</returns>
    /// <exception cref="JobFailedException">It could not be done, and why.</exception>
    Task<string> RunAsync(JobRun run, CancellationToken cancellation);
}

/// <summary>A job that could not be done.</summary>
/// <param name="sentence">Why, in French, without anything personal: the administrator reads it.</param>
public sealed class JobFailedException(string sentence, Exception? inner = null) : Exception(sentence, inner);
