using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Modular.Storage.Jobs;
using Modular.Tests;
using Npgsql;

namespace Modular.Storage.Tests;

/// <summary>How tables are changed, whatever the database.</summary>
public abstract class ModuleWriterContract
{
    public TestContext TestContext { get; set; } = null!;

    protected abstract Task<DataFolder> OpenAsync();

    /// <summary>Has those who write the tables of jobs wait until what is returned is disposed of.</summary>
    private protected abstract Task<IAsyncDisposable> HoldAsync(DataFolder data);

    [TestMethod]
    public async Task Work_that_throws_changes_nothing_and_keeps_nobody_waiting()
    {
        await using var data = await OpenAsync();
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
        await using var data = await OpenAsync();
        await using var elsewhere = await data.AgainAsync();
        var added = await data.Get<IDbContextFactory<JobsContext>>().WriteAsync(context => Task.FromResult(context.Add(Plan("backup")).Entity.Job), default);
        await using var reading = await elsewhere.Get<IDbContextFactory<JobsContext>>().CreateDbContextAsync();
        Assert.AreEqual(added, (await reading.Plans.SingleAsync()).Job);
    }

    [TestMethod]
    public async Task Work_of_many_is_done_one_after_the_other_in_whichever_process()
    {
        await using var data = await OpenAsync();
        await using var elsewhere = await data.AgainAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(one => Task.Run(() =>
            (one % 2 == 0 ? data : elsewhere).Get<IDbContextFactory<JobsContext>>().WriteAsync(
                async context => context.Add(Plan($"job-{await context.Plans.CountAsync()}")), default))));
        await using var reading = await data.Get<IDbContextFactory<JobsContext>>().CreateDbContextAsync();
        var jobs = await reading.Plans.Select(plan => plan.Job).ToListAsync();
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 20).Select(index => $"job-{index}").ToList(), jobs);
    }

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    public async Task Nobody_is_forgotten_who_comes_as_the_last_one_leaves()
    {
        await using var data = await OpenAsync();
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
        await using var data = await OpenAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        var turn = await HoldAsync(data);
        var waiting = Enumerable.Range(0, 20).Select(index => contexts.WriteAsync(context =>
        {
            context.Add(Plan($"job-{index}"));
            return Task.FromResult(context.Database.CurrentTransaction!.TransactionId);
        }, default)).ToList();
        await turn.DisposeAsync();

        Assert.HasCount(1, (await Task.WhenAll(waiting)).Distinct().ToList());
        await using var reading = await contexts.CreateDbContextAsync();
        Assert.AreEqual(20, await reading.Plans.CountAsync());
    }

    [TestMethod]
    public async Task Work_that_throws_is_undone_alone()
    {
        await using var data = await OpenAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        var turn = await HoldAsync(data);
        var before = contexts.WriteAsync(context => context.AddAsync(Plan("before")).AsTask(), default);
        var broken = contexts.WriteAsync(async context =>
        {
            context.Add(Plan("broken"));
            await context.FlushAsync(default);
            context.Add(Plan("unsaved"));
            throw new IOException("The disk is full.");
        }, default);
        var after = contexts.WriteAsync(context => context.AddAsync(Plan("after")).AsTask(), default);
        await turn.DisposeAsync();

        await before;
        await after;
        await Assert.ThrowsExactlyAsync<IOException>(() => broken);
        await using var reading = await contexts.CreateDbContextAsync();
        CollectionAssert.AreEquivalent(new[] { "before", "after" }, await reading.Plans.Select(plan => plan.Job).ToListAsync());
    }

    [TestMethod]
    public async Task Nobody_is_told_of_what_did_not_reach_the_disk()
    {
        await using var data = await OpenAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        var turn = await HoldAsync(data);
        var good = contexts.WriteAsync(context => context.AddAsync(Plan("good")).AsTask(), default);
        // Found out at the commit alone.
        var bad = contexts.WriteAsync(
            context => context.Database.ExecuteSqlRawAsync(
                "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED); INSERT INTO b VALUES (1)"),
            default);
        await turn.DisposeAsync();

        await Assert.ThrowsAsync<DbException>(() => good);
        await Assert.ThrowsAsync<DbException>(() => bad);
        await contexts.WriteAsync(context => context.AddAsync(Plan("next")).AsTask(), default);
        await using var reading = await contexts.CreateDbContextAsync();
        Assert.AreEqual("next", (await reading.Plans.SingleAsync()).Job);
    }

    [TestMethod]
    public async Task Work_given_up_while_it_waits_is_not_done()
    {
        await using var data = await OpenAsync();
        var contexts = data.Get<IDbContextFactory<JobsContext>>();
        var turn = await HoldAsync(data);
        using var patience = new CancellationTokenSource();
        var waiting = contexts.WriteAsync(context => context.AddAsync(Plan("late")).AsTask(), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting);
        await turn.DisposeAsync();

        await contexts.WriteAsync(context => context.AddAsync(Plan("next")).AsTask(), default);
        await using var reading = await contexts.CreateDbContextAsync();
        Assert.AreEqual("next", (await reading.Plans.SingleAsync()).Job);
    }

    [TestMethod]
    public async Task Nothing_is_changed_outside_of_a_write()
    {
        await using var data = await OpenAsync();
        await using var context = await data.Get<IDbContextFactory<JobsContext>>().CreateDbContextAsync();
        context.Add(Plan("backup"));
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => context.SaveChangesAsync());
        Assert.ThrowsExactly<InvalidOperationException>(() => context.SaveChanges());
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => context.RemoveAsync(context.Plans, default));
    }

    private static PlanRow Plan(string job) => new() { Job = job, Site = "", Since = DateTimeOffset.UnixEpoch, Timing = null };
}

[TestClass]
public sealed class SqliteModuleWriterTests : ModuleWriterContract
{
    protected override Task<DataFolder> OpenAsync() => DataFolder.CreateAsync();

    private protected override async Task<IAsyncDisposable> HoldAsync(DataFolder data) => new Held((await data.Get<IDatabase>().TurnAsync(default))!);

    private sealed class Held(IDisposable turn) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            turn.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

[TestClass]
public sealed class PostgreSqlModuleWriterTests : ModuleWriterContract
{
    private PostgreSqlTestDatabase _database = null!;

    protected override async Task<DataFolder> OpenAsync() => await DataFolder.CreateAsync(database: _database = await PostgreSqlTestDatabase.CreateAsync());

    /// <summary>As another host that is at work on them.</summary>
    private protected override async Task<IAsyncDisposable> HoldAsync(DataFolder data)
    {
        var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await data.Get<IDatabase>().LockAsync(await connection.BeginTransactionAsync(), nameof(JobsContext));
        return connection;
    }
}
