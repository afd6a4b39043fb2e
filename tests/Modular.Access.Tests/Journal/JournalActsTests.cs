using Modular.Access.Journal;
using Modular.Contracts.Wording;

namespace Modular.Access.Tests.Journal;

/// <summary>What stands in the journal stands there for good: a name changed in the code changes nothing that is written.</summary>
[TestClass]
public sealed class JournalActsTests
{
    [TestMethod]
    [DataRow(JournalAct.SignIn, "sign_in")]
    [DataRow(JournalAct.SignInRefused, "sign_in_refused")]
    [DataRow(JournalAct.SignOut, "sign_out")]
    [DataRow(JournalAct.List, "list")]
    [DataRow(JournalAct.Search, "search")]
    [DataRow(JournalAct.Read, "read")]
    [DataRow(JournalAct.Create, "create")]
    [DataRow(JournalAct.Edit, "edit")]
    [DataRow(JournalAct.Close, "close")]
    [DataRow(JournalAct.Reopen, "reopen")]
    [DataRow(JournalAct.Import, "import")]
    [DataRow(JournalAct.Export, "export")]
    [DataRow(JournalAct.Refused, "refused")]
    [DataRow(JournalAct.AccountCreated, "account_created")]
    [DataRow(JournalAct.AccountChanged, "account_changed")]
    [DataRow(JournalAct.ReportRead, "report_read")]
    [DataRow(JournalAct.JobRun, "job_run")]
    [DataRow(JournalAct.Backup, "backup")]
    public void An_act_is_written_as_it_always_was(JournalAct act, string written)
    {
        var row = JournalChain.Line(DateTimeOffset.UnixEpoch, new JournalEntry(Guid.Empty, "", act, null, null));
        Assert.AreEqual(written, row.Act);
    }

    [TestMethod]
    public void Every_act_is_written_and_has_its_word() =>
        CollectionAssert.AreEquivalent(Words.In("journal_act").Keys.ToList(), Enum.GetValues<JournalAct>().Select(act => act.Spelled()).ToList());

    [TestMethod]
    public void A_row_has_the_hash_that_it_had_when_it_was_first_written() => Assert.AreEqual(
        "12d10336f3824a73b18ae66a177cf8102e822a3e25547e6c2574cb904f073e33",
        JournalChain.Next(
            new JournalHead(0, JournalChain.Origin),
            JournalChain.Line(
                DateTimeOffset.UnixEpoch, new JournalEntry(Guid.Empty, SystemLogin.Command, JournalAct.AccountCreated, null, "s", "worker"))).Hash);

    [TestMethod]
    public void Who_stands_for_the_machine_is_written_as_it_always_was() =>
        Assert.AreEqual("commande modular", string.Join(' ', SystemLogin.Command, SystemLogin.Host));

    [TestMethod]
    public void Every_role_has_its_word() => CollectionAssert.AllItemsAreNotNull(RoleNames.All.Select(role => role.Label()).ToList());
}
