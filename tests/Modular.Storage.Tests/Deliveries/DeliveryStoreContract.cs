using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;
using Modular.Tests;

namespace Modular.Storage.Tests.Deliveries;

public abstract class DeliveryStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 6, 0, 0, TimeSpan.Zero);

    protected abstract Task<DataFolder> OpenAsync();

    [TestMethod]
    public async Task A_delivery_is_planned_once_even_by_many_at_once()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IDeliveryStore>();
        var planned = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.PlanAsync([New()], "Prévu."))));
        Assert.AreEqual(1, planned.Sum());
    }

    [TestMethod]
    public async Task What_was_written_is_read_with_its_story()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IDeliveryStore>();
        var delivery = New();
        await store.PlanAsync([delivery], "Prévu.");
        var failed = delivery with
        {
            State = DeliveryState.GivenUp,
            Message = new Message("Bilan", "487", "<p>487</p>"),
            Attempts = 3,
            NextAttemptAt = Now.AddHours(1),
            Until = Now.AddHours(2),
            SentAt = Now,
        };
        Assert.IsTrue(await store.MoveAsync(failed, DeliveryState.Planned, Now.AddMinutes(1), "Abandonné."));

        Assert.AreEqual(failed, await store.FindAsync(delivery.Id));
        var (read, story) = (await store.LatestAsync(5)).Single();
        Assert.AreEqual(failed, read);
        CollectionAssert.AreEqual(
            new[] { new DeliveryEvent(Now, DeliveryState.Planned, "Prévu."), new DeliveryEvent(Now.AddMinutes(1), DeliveryState.GivenUp, "Abandonné.") },
            story.ToList());
    }

    [TestMethod]
    public async Task A_delivery_that_somebody_else_moved_is_not_moved_again()
    {
        await using var data = await OpenAsync();
        var store = data.Get<IDeliveryStore>();
        var delivery = New();
        await store.PlanAsync([delivery], "Prévu.");
        var moved = await Task.WhenAll(
            Enumerable.Range(0, 8)
                .Select(_ => Task.Run(() => store.MoveAsync(delivery with { State = DeliveryState.Sending }, DeliveryState.Planned, Now, "Essai 1."))));
        Assert.AreEqual(1, moved.Count(one => one));
        Assert.HasCount(1, await store.InterruptedAsync());
        Assert.IsEmpty(await store.AbandonedAsync(Now.AddDays(1)), "it is this host's own");
        Assert.AreEqual(1, await store.CountAsync([DeliveryState.Sending, DeliveryState.Failed]));
        Assert.AreEqual(0, await store.CountAsync([DeliveryState.Planned]));
    }

    [TestMethod]
    [DataRow(DeliveryState.Planned, true)]
    [DataRow(DeliveryState.Rendered, true)]
    [DataRow(DeliveryState.Failed, true)]
    [DataRow(DeliveryState.Sending, false)]
    [DataRow(DeliveryState.Sent, false)]
    [DataRow(DeliveryState.GivenUp, false)]
    public async Task Only_what_may_still_leave_is_due_and_not_before_its_time(DeliveryState state, bool due)
    {
        await using var data = await OpenAsync();
        var store = data.Get<IDeliveryStore>();
        await store.PlanAsync([New() with { State = state }], "Prévu.");
        Assert.HasCount(due ? 1 : 0, await store.DueAsync(Now, 10));
        Assert.IsEmpty(await store.DueAsync(Now.AddSeconds(-1), 10));
    }

    private static Delivery New() => new()
    {
        Id = Guid.NewGuid(),
        Of = new MessageSubject("pantin", "annuel", "2025"),
        Recipient = "maire@exemple.fr",
        PlannedAt = Now,
        NextAttemptAt = Now,
        Until = Now.AddDays(2),
    };
}

[TestClass]
public sealed class SqliteDeliveryStoreTests : DeliveryStoreContract
{
    protected override Task<DataFolder> OpenAsync() => DataFolder.CreateAsync();
}

[TestClass]
public sealed class PostgreSqlDeliveryStoreTests : DeliveryStoreContract
{
    protected override Task<DataFolder> OpenAsync() => PostgreSqlTestDatabase.FolderAsync();
}
