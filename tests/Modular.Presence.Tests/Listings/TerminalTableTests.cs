using Modular.Presence.Cover;
using Modular.Presence.Days;
using Modular.Presence.Listings;
using Modular.Presence.Outcomes;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Listings;

[TestClass]
public sealed class TerminalTableTests
{
    [TestMethod]
    public void Week_is_a_table_that_says_what_differs_from_the_plan()
    {
        var site = HauteMarne with
        {
            Presence = HauteMarne.Presence with
            {
                Patterns = [.. HauteMarne.Presence.Patterns, Weekly("poste-1", null, ("monday", "18:00-08:00")) with { OnCall = true }],
            },
        };
        var week = IsoWeek.Of(Monday);
        var around = site.Between(
            Monday.AddDays(-1), Monday.AddDays(6), Marked(Morning("poste-1", "saint-dizier", Monday), OutcomeKind.Replaced) with { ByPost = "poste-2" });

        var text = TerminalTable.Write(site, PresenceWeek.Of(site, week, around), Monday, Monday.AddDays(1));

        Assert.AreEqual(
            """
            Haute-Marne 2026-W48 (2026-11-23 to 2026-11-29, Europe/Paris)
                               saint-dizier                 chaumont  andelot  joinville
            Mon 23  morning    poste-1 (replaced, poste-2)  poste-2   -        poste-3
                    afternoon  poste-1                      poste-2   -        poste-3
            Tue 24  morning    -                            poste-2   poste-3  -
                    afternoon  -                            -         poste-3  -
            on call  Mon 23 18:00 - Tue 24 08:00  poste-1
            week: promised 20, planned 20, held 0

            """,
            text);
    }
}
