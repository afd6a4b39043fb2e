using Modular.Presence.Occurrences;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Occurrences;

[TestClass]
public sealed class OccurrenceIdTests
{
    [TestMethod]
    [DataRow("haute-marne/poste-2/chaumont/2026-11-23/morning")]
    [DataRow("haute-marne/poste-2/chaumont/2026-11-23/afternoon")]
    [DataRow("haute-marne/poste-2/chaumont/2026-11-23/0830")]
    [DataRow("loire/poste-1/*/2026-11-23/oncall-1800")]
    public void Identity_is_read_as_it_is_written(string text)
    {
        Assert.IsTrue(OccurrenceId.TryParse(text, out var id));
        Assert.AreEqual(text, id.ToString());
    }

    [TestMethod]
    [DataRow("haute-marne/poste-2/chaumont/2026-02-30/morning")]
    [DataRow("haute-marne/poste-2/chaumont/2026-11-23/evening")]
    [DataRow("haute-marne/poste-2/chaumont/2026-11-23/2460")]
    [DataRow("haute-marne/poste-2//2026-11-23/morning")]
    [DataRow("haute-marne/poste-2/chaumont/2026-11-23")]
    [DataRow("")]
    [DataRow(null)]
    public void Anything_else_is_no_identity(string? text) => Assert.IsFalse(OccurrenceId.TryParse(text, out _));

    [TestMethod]
    public void Identity_survives_a_pattern_written_anew_and_half_days_at_other_hours()
    {
        var before = Site([Weekly("poste-1", "paris", ("monday", "day"))]);
        var after = Site([Weekly("poste-1", "paris", ("monday", "morning")) with { From = Monday }, Weekly("poste-1", "paris", ("monday", "afternoon"))]);
        after = after with { Presence = after.Presence with { Morning = Hours("08:00-11:30") } };

        CollectionAssert.AreEqual(
            before.Between(Monday, Monday).Select(occurrence => occurrence.Id).ToArray(),
            after.Between(Monday, Monday).Select(occurrence => occurrence.Id).ToArray());
    }
}
