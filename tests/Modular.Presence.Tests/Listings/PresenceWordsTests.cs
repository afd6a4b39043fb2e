using Modular.Presence.Days;
using Modular.Presence.Listings;
using Modular.Presence.Occurrences;
using Modular.Presence.Staffing;

namespace Modular.Presence.Tests.Listings;

[TestClass]
public sealed class PresenceWordsTests
{
    [TestMethod]
    public void Every_state_has_its_word() => Assert.AreEqual(
        "prévue, tenue, annulée, déplacée, remplacée, non assurée, jour férié",
        string.Join(", ", Enum.GetValues<PresenceState>().Select(PresenceWords.Of)));

    [TestMethod]
    public void Every_reason_of_an_absence_has_its_word() => CollectionAssert.AllItemsAreNotNull(AbsenceReasons.Codes.Select(AbsenceReasons.Label).ToList());

    [TestMethod]
    public void No_reason_and_one_that_is_not_known_have_none()
    {
        Assert.IsNull(AbsenceReasons.Label(null));
        Assert.IsFalse(AbsenceReasons.IsKnown("grippe"));
    }

    [TestMethod]
    public void Every_holiday_has_its_name()
    {
        foreach (var territory in Enum.GetValues<Contracts.Sites.HolidayTerritory>())
        {
            CollectionAssert.AllItemsAreNotNull(PublicHolidays.Of(2026, territory).Select(holiday => PublicHolidays.On(holiday.Day, territory)).ToList());
        }
    }
}
