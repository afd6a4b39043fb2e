using System.Collections.Concurrent;
using System.Globalization;
using Modular.Jobs.Schedules;

namespace Modular.Jobs.Tests;

/// <summary>Jobs that note what they were asked, and fail when told to.</summary>
internal sealed class Recorder(params JobPlan[] plans) : IJob
{
    private readonly ConcurrentQueue<JobRun> _runs = new();
    private readonly ConcurrentQueue<TaskCompletionSource<JobRun>> _waiting = new();

    public IReadOnlyList<JobPlan> Current { get; set; } = plans;

    public IReadOnlyList<JobRun> Runs => [.. _runs];

    public Func<JobRun, Task> During { get; set; } = _ => Task.CompletedTask;

    public IEnumerable<JobPlan> Plans() => Current;

    /// <summary>The run that begins next.</summary>
    public Task<JobRun> Next()
    {
        var next = new TaskCompletionSource<JobRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(next);
        return next.Task;
    }

    public async Task<string> RunAsync(JobRun run, CancellationToken cancellation)
    {
        _runs.Enqueue(run);
        if (_waiting.TryDequeue(out var waiting))
        {
            waiting.SetResult(run);
        }

        await During(run).WaitAsync(cancellation);
        return "Fait.";
    }

    public static JobPlan Plan(string job, string on, CatchUp catchUp, string? site = "pantin") => new()
    {
        Job = job,
        Site = site,
        Label = job,
        Schedule = new Schedule(Recurrence.Parse(on)!, new TimeOnly(7, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")),
        CatchUp = catchUp,
        PeriodOf = on.Length > 6
            ? day => (day.Year - 1).ToString(CultureInfo.InvariantCulture)
            : day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
