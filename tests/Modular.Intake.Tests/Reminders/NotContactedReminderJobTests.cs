using Modular.Intake.Reminders;
using Modular.Intake.Situations;
using Modular.Jobs;
using Modular.Jobs.Messages;
using Modular.Tests;

namespace Modular.Intake.Tests.Reminders;

[TestClass]
public sealed class NotContactedReminderJobTests
{
    private static readonly MessageSubject Morning = new("dunkerque", "not_contacted", "2026-11-30");

    private readonly KeptMessages _messages = new();

    [TestMethod]
    public async Task Each_morning_it_is_owed_to_the_workers_alone()
    {
        await using var office = await Office.OpenAsync();
        var job = JobOf(office);
        var plan = job.Plans().Single();
        Assert.AreEqual(("not_contacted@dunkerque", "not_contacted", CatchUp.Latest), (plan.Key, plan.Message, plan.CatchUp));
        Assert.AreEqual("daily 08:00 Europe/Paris day", plan.Timing);
        await job.RunAsync(new JobRun(plan.Job, plan.Site, "2026-11-30", new DateOnly(2026, 11, 30)), default);
        Assert.AreEqual("not_contacted dunkerque 2026-11-30: worker", _messages.Owed.Single());
    }

    [TestMethod]
    public async Task It_says_how_many_wait_beyond_the_limit_and_where_they_are_and_nothing_of_them()
    {
        await using var office = await Office.OpenAsync();
        Assert.IsNull(await JobOf(office).WriteAsync(Morning, default), "nobody waits");

        await office.SaveAsync(("person.last_name", "Exemple"));
        var contacted = await office.SaveAsync();
        await office.ContactAsync(contacted, "2026-11-21");
        var one = await JobOf(office).WriteAsync(Morning, default);
        var days = TestSites.Dunkerque.Definition.Limits.FirstContactDays;
        Assert.AreEqual("Modular · 1 situation à contacter", one!.Subject);
        Assert.AreEqual(
            $"Dunkerque\n\n1 situation attend un premier contact depuis plus de {days} jours.\nElle y est marquée en retard\u202F: dans Modular, page Saisines",
            one.Text.ReplaceLineEndings("\n"));

        await office.SaveAsync();
        _messages.Address = "https://modular.exemple.fr";
        var two = await JobOf(office).WriteAsync(Morning, default);
        Assert.Contains("2 situations attendent", two!.Text);
        Assert.EndsWith("Elles y sont marquées en retard\u202F: https://modular.exemple.fr/saisines", two.Text);
    }

    private NotContactedReminderJob JobOf(Office office) => new(new OneSite(TestSites.Dunkerque), office.Get<SituationService>(), _messages);
}
