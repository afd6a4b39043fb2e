using Microsoft.EntityFrameworkCore;
using Modular.Storage.Jobs;
using Modular.Tests;

namespace Modular.Storage.Tests;

[TestClass]
public sealed class WriterTests
{
    [TestMethod]
    public async Task Work_that_throws_changes_nothing_and_keeps_nobody_waiting()
    {
        await using var data = await DataFolder.CreateAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        await Assert.ThrowsExactlyAsync<IOException>(() => contexts.WriteAsync(async context =>
        {
            context.Add(Plan("first"));
            await context.FlushAsync(default);
            throw new IOException("The disk is full.");
        }, default));

        await contexts.WriteAsync(context => context.AddAsync(Plan("second")).AsTask(), default);
        await using var reading = await contexts.CreateDbContextAsync();
        Assert.AreEqual("second", (await reading.Plans.SingleAsync()).Job);
    }

    [TestMethod]
    public async Task What_work_returns_is_told_once_others_can_read_what_it_wrote()
    {
        await using var data = await DataFolder.CreateAsync();
        await using var elsewhere = await DataFolder.OpenAsync(data.Path);
        var added = await data.Get<IDbContextFactory<JobsContext>>().WriteAsync(context => Task.FromResult(context.Add(Plan("backup")).Entity.Job), default);
        await using var reading = await elsewhere.Get<IDbContextFactory<JobsContext>>().CreateDbContextAsync();
        Assert.AreEqual(added, (await reading.Plans.SingleAsync()).Job);
    }

    [TestMethod]
    public async Task Work_of_many_is_done_one_after_the_other()
    {
        await using var data = await DataFolder.CreateAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => contexts.WriteAsync(
            async context => context.Add(Plan($"job-{await context.Plans.CountAsync()}")), default))));
        await using var reading = await contexts.CreateDbContextAsync();
        var jobs = await reading.Plans.Select(plan => plan.Job).ToListAsync();
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 20).Select(index => $"job-{index}").ToList(), jobs);
    }

    [TestMethod]
    public async Task Nothing_is_changed_outside_of_a_write()
    {
        await using var data = await DataFolder.CreateAsync();
        await using var context = await data.Get<IDbContextFactory<JobsContext>>().CreateDbContextAsync();
        context.Add(Plan("backup"));
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => context.SaveChangesAsync());
        Assert.ThrowsExactly<InvalidOperationException>(() => context.SaveChanges());
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => context.RemoveAsync(context.Plans, default));
    }

    private static PlanRow Plan(string job) => new() { Job = job, Site = "", Since = DateTimeOffset.UnixEpoch, Timing = null };
}
