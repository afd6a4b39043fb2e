using Modular.Intake.Forms;
using Modular.Intake.Situations;

namespace Modular.Intake.Tests.Forms;

[TestClass]
public sealed class DangerGridTests
{
    private static readonly string[] Plain =
    [
        "injured", "fears_more", "fears_for_children", "isolated", "exhausted", "pregnant_or_infant", "dependent", "substances", "psychiatric",
        "violent_elsewhere", "watched", "kept_in",
    ];

    [TestMethod]
    [DataRow(0, 2, true)]
    [DataRow(10, 1, false)]
    [DataRow(11, 1, true)]
    [DataRow(12, 0, true)]
    [DataRow(11, 0, false)]
    public async Task Twelve_yes_or_two_red_ones_reach_the_mark(int plain, int red, bool isReached)
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync();
        var yes = Plain.Take(plain).Concat(new[] { "firearms", "strangled" }.Take(red)).Select(question => (question, "yes"));
        await office.AddAsync(id, "danger", [("assessed_on", "2026-11-21"), ("police_came", "no"), ("separation", "~unknown"), .. yes]);
        var entry = (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!.Entries.Single();
        Assert.AreEqual(isReached, DangerGrid.Reached(TestSites.Dunkerque, entry) is not null);
    }

    [TestMethod]
    public async Task A_contact_has_no_grid()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.SaveAsync();
        await office.ContactAsync(id, "2026-11-21");
        var entry = (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!.Entries.Single();
        Assert.IsNull(DangerGrid.Reached(TestSites.Dunkerque, entry));
    }
}
