using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Jobs.Ledger;
using Modular.Tests;

namespace Modular.Jobs.Tests.Ledger;

/// <summary>What a tool that watches is told of a run: which job, how long, and the kind of failure.</summary>
[TestClass]
public sealed class RunSpanTests
{
    [TestMethod]
    public async Task A_run_that_fails_is_told_by_its_key_and_its_kind_of_failure_and_belongs_to_no_request()
    {
        var clock = new Clock("2026-01-10T12:00:00Z");
        await using var data = await DataFolder.CreateAsync(clock);
        var key = $"report:{Guid.NewGuid():N}";
        var jobs = new Recorder(Recorder.Plan(key, "15 January", CatchUp.Every)) { During = _ => throw new TimeoutException("Madame Canari") };
        var runner = new JobRunner(new JobPlans([jobs]), data.Get<IJobLedger>(), clock, NullLogger<JobRunner>.Instance);
        await runner.CatchUpAsync(jobs.Plans().Single(), CancellationToken.None);
        clock.Set("2026-01-20T12:00:00Z");
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == JobsServices.Spans,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("a request").Start();
        await runner.CatchUpAsync(jobs.Plans().Single(), CancellationToken.None);

        var span = ended.Single(one => Equals(one.GetTagItem("modular.job"), key));
        CollectionAssert.AreEquivalent(new[] { "modular.job", "error.type" }, span.TagObjects.Select(tag => tag.Key).ToList());
        Assert.AreEqual("System.TimeoutException", span.GetTagItem("error.type"));
        Assert.AreEqual((null, null), (span.ParentId, span.StatusDescription));
        Assert.AreSame(request, Activity.Current);
    }
}
