using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;
using Modular.Tests;

namespace Modular.Reporting.Tests.Deliveries;

[TestClass]
public sealed class DeliveryTests
{
    private static readonly MessageSubject Annual = new("dunkerque", "annuel", "2024");

    private readonly Clock _clock = new("2026-01-15T06:00:00Z");
    private readonly Figures _figures = new();

    [TestMethod]
    public async Task A_message_holds_its_figures_once_to_each_address()
    {
        await using var server = new MailServer();
        await using var data = await OpenAsync(server);
        var (queue, sender) = (data.Get<DeliveryQueue>(), data.Get<DeliverySender>());
        Assert.AreEqual(2, await queue.PlanAsync(Annual, ["prefet@exemple.fr", "Maire@exemple.fr ", "maire@exemple.fr"]));
        Assert.AreEqual(0, await queue.PlanAsync(Annual, ["maire@exemple.fr"]));
        await sender.SendDueAsync();
        await sender.SendDueAsync();

        Assert.HasCount(2, server.Taken);
        var mail = server.Taken.Single(mail => mail.Contains("To: maire@exemple.fr"));
        Assert.Contains("=?utf-8?", mail);
        Assert.Contains("Auto-Submitted: auto-generated", mail);
        Assert.Contains("487 situations", MailServer.Text(mail));
        Assert.Contains("<strong>487</strong>", MailServer.Text(mail));
        Assert.AreEqual(2, server.Taken.Select(MessageId).Distinct().Count());
    }

    [TestMethod]
    [DataRow(MailMoment.Connect, "421 busy", "421")]
    [DataRow(MailMoment.Mail, "451 later", "451")]
    [DataRow(MailMoment.Recipient, "550 prefet@exemple.fr unknown", "550")]
    [DataRow(MailMoment.Taken, "451 later", "451")]
    [DataRow(MailMoment.Taken, "", "coupée")]
    public async Task A_server_that_refuses_and_comes_back_takes_it_once_and_the_story_is_told(MailMoment moment, string reply, string told)
    {
        await using var server = new MailServer { Refusal = at => at == moment ? reply : null };
        await using var data = await OpenAsync(server);
        var (queue, sender) = (data.Get<DeliveryQueue>(), data.Get<DeliverySender>());
        await queue.PlanAsync(Annual, ["prefet@exemple.fr"]);
        await sender.SendDueAsync();
        Assert.IsEmpty(server.Taken);

        server.Refusal = _ => null;
        await sender.SendDueAsync();
        Assert.IsEmpty(server.Taken, "not before the minute has passed");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await sender.SendDueAsync();
        await sender.SendDueAsync();

        Assert.HasCount(1, server.Taken);
        var (delivery, story) = (await data.Get<IDeliveryStore>().LatestAsync(10)).Single();
        Assert.AreEqual((DeliveryState.Sent, 2, _clock.GetUtcNow()), (delivery.State, delivery.Attempts, delivery.SentAt));
        CollectionAssert.AreEqual(
            new[] { DeliveryState.Planned, DeliveryState.Rendered, DeliveryState.Sending, DeliveryState.Failed, DeliveryState.Sending, DeliveryState.Sent },
            story.Select(happened => happened.State).ToList());
        Assert.Contains(told, story[3].Sentence);
        Assert.DoesNotContain("prefet", string.Concat(story.Select(happened => happened.Sentence)));
    }

    [TestMethod]
    public async Task A_report_owed_by_a_host_that_was_stopped_to_a_server_that_was_down_arrives_once_with_its_first_figures()
    {
        await using var server = new MailServer();
        await server.DownAsync();
        await using var before = await OpenAsync(server);
        await before.Get<DeliveryQueue>().PlanAsync(Annual, ["prefet@exemple.fr"]);
        await before.Get<DeliverySender>().SendDueAsync();
        await before.CloseAsync();

        _figures.Situations = 999;
        _clock.Advance(TimeSpan.FromHours(3));
        server.Up();
        await using var after = await DataFolder.OpenAsync(before.Path, _clock, services => Configure(services, server));
        await after.Get<DeliveryQueue>().PlanAsync(Annual, ["prefet@exemple.fr"]);
        await after.Get<DeliverySender>().SendDueAsync();
        await after.Get<DeliverySender>().SendDueAsync();

        Assert.Contains("487 situations", MailServer.Text(server.Taken.Single()));
        var story = (await after.Get<IDeliveryStore>().LatestAsync(1)).Single().Story;
        Assert.Contains(happened => happened.Sentence.Contains("injoignable"), story);
    }

    [TestMethod]
    public async Task What_was_being_sent_at_the_kill_is_sent_again_under_the_same_message_id()
    {
        // The server takes it, and the host dies before it can write that down.
        await using var server = new MailServer();
        await using var data = await OpenAsync(server);
        var (queue, sender) = (data.Get<DeliveryQueue>(), data.Get<DeliverySender>());
        var store = data.Get<IDeliveryStore>();
        await queue.PlanAsync(Annual, ["prefet@exemple.fr"]);
        await sender.SendDueAsync();
        var delivery = (await store.LatestAsync(1)).Single().Delivery;
        Assert.IsTrue(
            await store.MoveAsync(delivery with { State = DeliveryState.Sending, SentAt = null }, DeliveryState.Sent, _clock.GetUtcNow(), "(killed)"));

        await sender.SendDueAsync();
        Assert.HasCount(1, server.Taken, "somebody may be sending it");
        await sender.ReleaseInterruptedAsync();
        await sender.SendDueAsync();
        Assert.HasCount(2, server.Taken);
        Assert.AreEqual(MessageId(server.Taken[0]), MessageId(server.Taken[1]));
    }

    [TestMethod]
    public async Task What_the_server_took_while_that_could_not_be_written_is_written_at_the_next_round_and_not_sent_again()
    {
        await using var server = new MailServer();
        await using var data = await OpenAsync(server);
        var store = new LockedStore(data.Get<IDeliveryStore>()) { Locked = [DeliveryState.Sent] };
        var (queue, sender) = (data.Get<DeliveryQueue>(), SenderOf(data, store));
        await queue.PlanAsync(Annual, ["prefet@exemple.fr"]);
        await Assert.ThrowsExactlyAsync<IOException>(() => sender.SendDueAsync());
        await Assert.ThrowsExactlyAsync<IOException>(() => sender.SendDueAsync());
        var takenAt = _clock.GetUtcNow();

        store.Locked = [];
        _clock.Advance(TimeSpan.FromMinutes(5));
        await sender.SendDueAsync();
        await sender.ReleaseInterruptedAsync();
        await sender.SendDueAsync();
        var (delivery, story) = (await data.Get<IDeliveryStore>().LatestAsync(1)).Single();
        Assert.AreEqual((DeliveryState.Sent, takenAt), (delivery.State, delivery.SentAt));
        Assert.AreEqual(new DeliveryEvent(takenAt, DeliveryState.Sent, "Remis au serveur de messagerie."), story[^1]);
        Assert.HasCount(1, server.Taken);
    }

    [TestMethod]
    public async Task A_refusal_that_could_not_be_written_is_written_at_the_next_round_and_tried_again()
    {
        await using var server = new MailServer { Refusal = _ => "421 busy" };
        await using var data = await OpenAsync(server);
        var store = new LockedStore(data.Get<IDeliveryStore>()) { Locked = [DeliveryState.Failed] };
        var (queue, sender) = (data.Get<DeliveryQueue>(), SenderOf(data, store));
        await queue.PlanAsync(Annual, ["prefet@exemple.fr"]);
        await Assert.ThrowsExactlyAsync<IOException>(() => sender.SendDueAsync());

        store.Locked = [];
        server.Refusal = _ => null;
        await sender.SendDueAsync();
        Assert.AreEqual(DeliveryState.Failed, (await data.Get<IDeliveryStore>().LatestAsync(1)).Single().Delivery.State);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await sender.SendDueAsync();
        Assert.HasCount(1, server.Taken);
    }

    [TestMethod]
    public async Task Waits_grow_and_after_two_days_it_is_given_up_until_somebody_asks_again()
    {
        await using var server = new MailServer { Refusal = _ => "421 busy" };
        await using var data = await OpenAsync(server);
        var (queue, sender) = (data.Get<DeliveryQueue>(), data.Get<DeliverySender>());
        var store = data.Get<IDeliveryStore>();
        await queue.PlanAsync(Annual, ["prefet@exemple.fr"]);
        List<double> waits = [];
        Delivery delivery;
        do
        {
            await sender.SendDueAsync();
            delivery = (await store.LatestAsync(1)).Single().Delivery;
            waits.Add((delivery.NextAttemptAt - _clock.GetUtcNow()).TotalMinutes);
            _clock.Advance(delivery.NextAttemptAt - _clock.GetUtcNow());
        }
        while (delivery.State != DeliveryState.GivenUp);

        CollectionAssert.AreEqual(new double[] { 1, 5, 15, 60, 60 }, waits.Take(5).ToList());
        Assert.AreEqual(48, (delivery.NextAttemptAt - delivery.PlannedAt).TotalHours, 1);
        await sender.SendDueAsync();
        Assert.AreEqual(delivery.Attempts, server.Connections);

        server.Refusal = _ => null;
        Assert.IsTrue(await queue.RetryAsync(delivery.Id));
        await sender.SendDueAsync();
        Assert.HasCount(1, server.Taken);
        Assert.IsFalse(await queue.RetryAsync(delivery.Id), "what is sent is not sent again");
    }

    [TestMethod]
    public async Task Two_that_send_at_once_send_once()
    {
        await using var server = new MailServer();
        await using var data = await OpenAsync(server);
        var (queue, sender) = (data.Get<DeliveryQueue>(), data.Get<DeliverySender>());
        await queue.PlanAsync(Annual, ["prefet@exemple.fr", "maire@exemple.fr"]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => sender.SendDueAsync())));
        Assert.HasCount(2, server.Taken);
    }

    [TestMethod]
    public async Task A_message_that_cannot_be_written_keeps_no_other_from_leaving()
    {
        await using var server = new MailServer();
        await using var data = await OpenAsync(server);
        var (queue, sender) = (data.Get<DeliveryQueue>(), data.Get<DeliverySender>());
        await queue.PlanAsync(Annual with { Report = "inconnu" }, ["prefet@exemple.fr"]);
        await queue.PlanAsync(Annual, ["prefet@exemple.fr"]);
        await sender.SendDueAsync();
        Assert.HasCount(1, server.Taken);
        Assert.Contains(
            one => one.Delivery.State == DeliveryState.Failed && one.Story[^1].Sentence == "Ce bilan n’existe plus.",
            await data.Get<IDeliveryStore>().LatestAsync(10));
    }

    [TestMethod]
    public async Task Where_there_is_nothing_to_say_nothing_is_sent()
    {
        _figures.Situations = 0;
        await using var server = new MailServer();
        await using var data = await OpenAsync(server);
        await data.Get<DeliveryQueue>().PlanAsync(Annual, ["prefet@exemple.fr"]);
        await data.Get<DeliverySender>().SendDueAsync();
        Assert.AreEqual(0, server.Connections);
        Assert.IsEmpty(await data.Get<IDeliveryStore>().DueAsync(_clock.GetUtcNow().AddYears(1), 10));
    }

    private Task<DataFolder> OpenAsync(MailServer server) => DataFolder.CreateAsync(_clock, services => Configure(services, server));

    private DeliverySender SenderOf(DataFolder data, IDeliveryStore store) =>
        new(store, [_figures], data.Get<IMailer>(), data.Get<RetryPolicy>(), _clock, NullLogger<DeliverySender>.Instance);

    private void Configure(IServiceCollection services, MailServer server) => services
        .AddDeliveries(new MailSettings { Host = "127.0.0.1", Port = server.Port, StartTls = false, From = "modular@exemple.fr" })
        .AddSingleton<IMessageSource>(_figures);

    private static string MessageId(string mail) => mail.Split('\n').Single(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)).Trim();

    private sealed class Figures : IMessageSource
    {
        public int Situations { get; set; } = 487;

        public bool Writes(string report) => report == "annuel";

        public Task<Message?> WriteAsync(MessageSubject subject, CancellationToken cancellation) => Task.FromResult(
            Situations == 0
                ? null
                : new Message(
                    $"Bilan {subject.Period} – prêt à être lu",
                    $"{Situations} situations en {subject.Period}.",
                    $"<p><strong>{Situations}</strong> situations.</p>"));
    }
}
