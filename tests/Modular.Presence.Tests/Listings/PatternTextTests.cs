using Modular.Presence.Listings;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Listings;

[TestClass]
public sealed class PatternTextTests
{
    [TestMethod]
    public void Poster_says_the_week_of_each_station_in_words()
    {
        var chaumont = PatternText.Of(HauteMarne, Monday).Single(week => week.Station == "chaumont");

        CollectionAssert.AreEqual(
            new[] { "lundi toute la journée", "mardi le matin", "mercredi l’après-midi", "jeudi le matin" },
            chaumont.Days.Select(day => $"{day.Day} {day.Times}").ToArray());
    }

    [TestMethod]
    public void Recurrence_is_said_and_what_is_over_is_not()
    {
        var site = Site(
        [
            Weekly("poste-1", "paris", ("sunday", "08:30-12:00")) with { Nth = -1 },
            Weekly("poste-1", "paris", ("tuesday", "morning")) with { Every = 2, Anchor = Monday },
            Weekly("poste-2", "paris", ("friday", "day")) with { To = Monday.AddDays(-1) },
            Weekly("poste-2", "paris", ("friday", "day")) with { From = Monday.AddDays(1) },
        ]);

        CollectionAssert.AreEqual(
            new[] { "mardi le matin (une semaine sur deux)", "dimanche de 8\u00a0h\u00a030 à 12\u00a0h (le dernier du mois)" },
            PatternText.Of(site, Monday).Single().Days.Select(day => $"{day.Day} {day.Times}").ToArray());
    }
}
