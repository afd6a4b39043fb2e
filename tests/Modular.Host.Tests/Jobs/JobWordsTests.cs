using Modular.Jobs.Messages;
using Modular.Host.Jobs;
using Modular.Jobs.Ledger;
using Modular.Reporting.Deliveries;

namespace Modular.Host.Tests.Jobs;

[TestClass]
public sealed class JobWordsTests
{
    [TestMethod]
    public void Every_state_of_a_run_has_its_word() =>
        Assert.AreEqual("prévue, en cours, faite, échec", string.Join(", ", Enum.GetValues<JobState>().Select(JobWords.Of)));

    [TestMethod]
    public void Every_state_of_a_delivery_has_its_word() => Assert.AreEqual(
        "prévu, rédigé, envoi en cours, remis, échec, sera réessayé, abandonné",
        string.Join(", ", Enum.GetValues<DeliveryState>().Select(state => JobWords.Of(In(state) with { SentAt = DateTimeOffset.UnixEpoch }))));

    [TestMethod]
    public void A_message_that_had_nothing_to_say_says_so() => Assert.AreEqual("rien à dire", JobWords.Of(In(DeliveryState.Sent)));

    [TestMethod]
    public void An_instant_is_in_its_zone_which_is_named_when_it_is_not_the_mainlands()
    {
        var at = new DateTimeOffset(2026, 11, 26, 2, 30, 0, TimeSpan.Zero);
        Assert.AreEqual("jeu. 26 nov. 2026, 3\u00A0h\u00A030", JobWords.When(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));
        Assert.AreEqual("jeu. 26 nov. 2026, 6\u00A0h\u00A030 (Indian/Reunion)", JobWords.When(at, TimeZoneInfo.FindSystemTimeZoneById("Indian/Reunion")));
    }

    private static Delivery In(DeliveryState state) => new()
    {
        Id = Guid.Empty,
        Of = new MessageSubject("pantin", "annuel", "2025"),
        Recipient = "nobody@example.org",
        State = state,
        PlannedAt = DateTimeOffset.UnixEpoch,
        NextAttemptAt = DateTimeOffset.UnixEpoch,
        Until = DateTimeOffset.UnixEpoch,
    };
}
