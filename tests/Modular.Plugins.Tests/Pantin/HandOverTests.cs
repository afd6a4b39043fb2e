using Modular.Contracts.Answers;
using Modular.Sites;

namespace Modular.Plugins.Tests.Pantin;

[TestClass]
public sealed class HandOverTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("Pantin");
    private static readonly DateOnly Referral = new(2026, 1, 5);

    [TestMethod]
    [DataRow(60, 0)]
    [DataRow(61, 1)]
    public void Situation_that_outlives_the_limit_asks_for_a_hand_over(int days, int reminders) =>
        Assert.HasCount(reminders, Site.Rules.Remind(Site.Referred(Referral), Referral.AddDays(days)));

    [TestMethod]
    public void Closed_situation_asks_for_nothing() =>
        Assert.IsEmpty(Site.Rules.Remind(Site.Referred(Referral) with { ClosedOn = Referral.AddDays(90) }, Referral.AddDays(100)));

    [TestMethod]
    [DataRow("track", "primo_delinquant_13_17", "prévention spécialisée")]
    [DataRow("vif", "yes", "association spécialisée")]
    [DataRow("vif", "no", "CCAS")]
    public void Reminder_names_a_lasting_service(string field, string code, string service)
    {
        var reminder = Site.Rules.Remind(Site.Referred(Referral, (field, new Answer.Choice(code))), Referral.AddDays(75)).Single();
        Assert.AreEqual("hand_over", reminder.Code);
        StringAssert.Contains(reminder.Sentence, "75 jours");
        StringAssert.Contains(reminder.Sentence, service);
    }
}
