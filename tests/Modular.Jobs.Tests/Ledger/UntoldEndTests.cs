using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Jobs.Engine;
using Modular.Jobs.Ledger;
using Modular.Tests;

namespace Modular.Jobs.Tests.Ledger;

/// <summary>A run that is over while its end cannot be written.</summary>
[TestClass]
public sealed class UntoldEndTests
{
    private readonly Clock _clock = new("2026-01-10T12:00:00Z");
    private readonly Lines _log = new();

    [TestMethod]
    public async Task A_run_whose_end_cannot_be_written_is_told_at_the_next_ring_and_is_not_run_again()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var ledger = new LockedLedger(data.Get<IJobLedger>());
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest));
        var due = await SeenAsync(ledger, jobs);
        _clock.Set("2026-01-11T12:00:00Z");
        ledger.IsLocked = true;
        await Assert.ThrowsExactlyAsync<DueJobsFailedException>(() => due.PlanAsync("list@pantin", default));
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsExactlyAsync<DueJobsFailedException>(() => due.RoundAsync(default));
        Assert.AreEqual(JobState.Running, (await RowAsync(ledger)).State);

        ledger.IsLocked = false;
        _clock.Advance(TimeSpan.FromMinutes(5));
        await due.RoundAsync(default);
        await due.RoundAsync(default);
        var row = await RowAsync(ledger);
        Assert.AreEqual((JobState.Done, 1, "Fait."), (row.State, row.Attempts, row.Sentence));
        Assert.AreEqual(_clock.GetUtcNow().AddMinutes(-10), row.Ended, "when it was over, not when that was told");
        Assert.HasCount(1, jobs.Runs);
        Assert.IsEmpty(_log.Said, "what succeeded is not logged as failed");
    }

    [TestMethod]
    public async Task A_failure_that_cannot_be_written_is_told_at_the_next_ring_and_is_tried_again_at_its_hour()
    {
        await using var data = await DataFolder.CreateAsync(_clock);
        var ledger = new LockedLedger(data.Get<IJobLedger>());
        var isFull = true;
        var jobs = new Recorder(Recorder.Plan("list", "daily", CatchUp.Latest))
        {
            During = _ => isFull ? throw new JobFailedException("Le disque est plein.") : Task.CompletedTask,
        };
        var due = await SeenAsync(ledger, jobs);
        _clock.Set("2026-01-11T12:00:00Z");
        ledger.IsLocked = true;
        await Assert.ThrowsExactlyAsync<DueJobsFailedException>(() => due.RoundAsync(default));

        (ledger.IsLocked, isFull) = (false, false);
        _clock.Advance(TimeSpan.FromMinutes(14));
        await due.RoundAsync(default);
        var row = await RowAsync(ledger);
        Assert.AreEqual((JobState.Failed, "Le disque est plein."), (row.State, row.Sentence));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await due.RoundAsync(default);
        Assert.AreEqual((JobState.Done, 2), await RowAsync(ledger) is var done ? (done.State, done.Attempts) : default);
    }

    private async Task<DueJobs> SeenAsync(IJobLedger ledger, IJob job)
    {
        var plans = new JobPlans([job]);
        var due = new DueJobs(plans, new JobRunner(plans, ledger, _clock, _log), NullLogger<DueJobs>.Instance);
        await due.RoundAsync(default);
        return due;
    }

    private static async Task<RunRecord> RowAsync(IJobLedger ledger) => (await ledger.LatestAsync("list", "pantin", 1, default)).Single();

    private sealed class Lines : ILogger<JobRunner>
    {
        private readonly List<string> _said = [];

        public IReadOnlyList<string> Said => _said;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _said.Add(formatter(state, exception));
    }
}
