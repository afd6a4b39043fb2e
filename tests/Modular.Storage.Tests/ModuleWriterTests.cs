using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Modular.Storage.Jobs;
using Modular.Tests;

namespace Modular.Storage.Tests;

[TestClass]
public sealed class ModuleWriterTests
{
    public TestContext TestContext { get; set; } = null!;

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
    [Timeout(120_000, CooperativeCancellation = true)]
    public async Task Nobody_is_forgotten_who_comes_as_the_last_one_leaves()
    {
        await using var data = await DataFolder.CreateAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            for (var time = 0; time < 700; time++)
            {
                await contexts.WriteAsync(context => Task.FromResult(context.Model.GetProductVersion()), TestContext.CancellationToken);
            }
        })));
    }

    [TestMethod]
    public async Task Those_who_wait_share_one_transaction_and_one_sync()
    {
        await using var data = await DataFolder.CreateAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        var turn = await data.Get<IDatabase>().TurnAsync(default);
        var waiting = Enumerable.Range(0, 20).Select(index => contexts.WriteAsync(context =>
        {
            context.Add(Plan($"job-{index}"));
            return Task.FromResult(context.Database.CurrentTransaction!.TransactionId);
        }, default)).ToList();
        turn!.Dispose();

        Assert.HasCount(1, (await Task.WhenAll(waiting)).Distinct().ToList());
        await using var reading = await contexts.CreateDbContextAsync();
        Assert.AreEqual(20, await reading.Plans.CountAsync());
    }

    [TestMethod]
    public async Task Work_that_throws_is_undone_alone()
    {
        await using var data = await DataFolder.CreateAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        var turn = await data.Get<IDatabase>().TurnAsync(default);
        var before = contexts.WriteAsync(context => context.AddAsync(Plan("before")).AsTask(), default);
        var broken = contexts.WriteAsync(async context =>
        {
            context.Add(Plan("broken"));
            await context.FlushAsync(default);
            context.Add(Plan("unsaved"));
            throw new IOException("The disk is full.");
        }, default);
        var after = contexts.WriteAsync(context => context.AddAsync(Plan("after")).AsTask(), default);
        turn!.Dispose();

        await before;
        await after;
        await Assert.ThrowsExactlyAsync<IOException>(() => broken);
        await using var reading = await contexts.CreateDbContextAsync();
        CollectionAssert.AreEquivalent(new[] { "before", "after" }, await reading.Plans.Select(plan => plan.Job).ToListAsync());
    }

    [TestMethod]
    public async Task Nobody_is_told_of_what_did_not_reach_the_disk()
    {
        await using var data = await DataFolder.CreateAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        var turn = await data.Get<IDatabase>().TurnAsync(default);
        var good = contexts.WriteAsync(context => context.AddAsync(Plan("good")).AsTask(), default);
        // Found out at the commit alone.
        var bad = contexts.WriteAsync(
            context => context.Database.ExecuteSqlRawAsync(
                "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a DEFERRABLE INITIALLY DEFERRED); INSERT INTO b VALUES (1)"),
            default);
        turn!.Dispose();

        await Assert.ThrowsAsync<DbException>(() => good);
        await Assert.ThrowsAsync<DbException>(() => bad);
        await contexts.WriteAsync(context => context.AddAsync(Plan("next")).AsTask(), default);
        await using var reading = await contexts.CreateDbContextAsync();
        Assert.AreEqual("next", (await reading.Plans.SingleAsync()).Job);
    }

    [TestMethod]
    public async Task Work_given_up_while_it_waits_is_not_done()
    {
        await using var data = await DataFolder.CreateAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        var turn = await data.Get<IDatabase>().TurnAsync(default);
        using var patience = new CancellationTokenSource();
        var waiting = contexts.WriteAsync(context => context.AddAsync(Plan("late")).AsTask(), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting);
        turn!.Dispose();

        await contexts.WriteAsync(context => context.AddAsync(Plan("next")).AsTask(), default);
        await using var reading = await contexts.CreateDbContextAsync();
        Assert.AreEqual("next", (await reading.Plans.SingleAsync()).Job);
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
