using Modular.Jobs;
using Modular.Jobs.Messages;
using Modular.Presence.Cover;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Cover;

[TestClass]
public sealed class PresenceDigestJobTests
{
    private static readonly MessageSubject NextWeek = new("haute-marne", "presence_digest", "2026-W48");

    [TestMethod]
    public async Task On_friday_at_four_the_week_to_come_is_owed_to_workers_and_coordinators()
    {
        await using var store = await RealStore.OpenAsync();
        var job = store.Get<PresenceDigestJob>();
        var plan = job.Plans().Single();
        Assert.AreEqual(("presence_digest@haute-marne", "presence_digest", CatchUp.Latest), (plan.Key, plan.Message, plan.CatchUp));
        Assert.AreEqual("friday 16:00 Europe/Paris week ahead", plan.Timing);
        Assert.AreEqual("2026-W48", plan.PeriodOf(new DateOnly(2026, 11, 20)));

        await job.RunAsync(new JobRun(plan.Job, plan.Site, "2026-W48", new DateOnly(2026, 11, 20)), default);
        Assert.AreEqual("presence_digest haute-marne 2026-W48: worker, coordinator", store.Messages.Owed.Single());
    }

    [TestMethod]
    public async Task It_says_what_is_promised_and_what_is_missing_and_names_nobody()
    {
        await using var store = await RealStore.OpenAsync();
        store.Messages.Address = "https://modular.exemple.fr";
        var full = await store.Get<PresenceDigestJob>().WriteAsync(NextWeek, default);
        Assert.AreEqual("Modular · présence, semaine 48 (23–29 novembre 2026)", full!.Subject);
        Assert.StartsWith(
            "Haute-Marne, semaine 48 (23–29 novembre 2026)\n\nCommissariat de saint-dizier\u202F: 5 demi-journées prévues, 5 promises\n", full.Text);
        Assert.Contains("\nAucun trou.\n", full.Text);
        Assert.EndsWith("\nhttps://modular.exemple.fr/presence?site=haute-marne&semaine=2026-W48\n", full.Text);

        await store.Get<OutcomeService>().ReplaceAsync(
            new OutcomeRequest(HauteMarne, Morning("poste-2", "chaumont", Monday), 0, Guid.NewGuid()), null, "Camille Exemple");
        await store.Get<OutcomeService>().SkipAsync(
            new OutcomeRequest(HauteMarne, Morning("poste-1", "saint-dizier", Monday), 0, Guid.NewGuid()), AbsenceReasons.Codes[0]);
        var holed = await store.Get<PresenceDigestJob>().WriteAsync(NextWeek, default);
        Assert.Contains("\nÀ voir\u202F:\n– ", holed!.Text);
        Assert.DoesNotContain("Camille", holed.Text);
    }

    [TestMethod]
    public async Task It_does_not_say_that_all_is_well_when_the_week_could_not_be_judged()
    {
        await using var store = await RealStore.OpenAsync(HauteMarne with { Rules = new FailingRules() });
        var unjudged = await store.Get<PresenceDigestJob>().WriteAsync(NextWeek, default);
        Assert.DoesNotContain("Aucun trou", unjudged!.Text);
        Assert.Contains("\nÀ voir\u202F:\n– La continuité de la présence n’a pas pu être vérifiée cette semaine.\n", unjudged.Text);
    }

    [TestMethod]
    public async Task A_week_that_does_not_exist_cannot_be_written()
    {
        await using var store = await RealStore.OpenAsync();
        Assert.IsTrue(store.Get<PresenceDigestJob>().Writes("presence_digest"));
        await Assert.ThrowsExactlyAsync<MessageFailedException>(() => store.Get<PresenceDigestJob>().WriteAsync(NextWeek with { Period = "bientôt" }, default));
    }
}
