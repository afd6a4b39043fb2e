using Modular.Contracts.Presence;
using Modular.Contracts.Sites;
using Modular.Sites;

namespace Modular.Plugins.Tests.HauteMarne;

[TestClass]
public sealed class HauteMarneSiteTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("HauteMarne");

    [TestMethod]
    [DataRow("saint-dizier", "am pm | – | am pm | – | am", 5)]
    [DataRow("chaumont", "am pm | am | pm | am | –", 5)]
    [DataRow("andelot", "– | am pm | – | – | am pm", 4)]
    [DataRow("joinville", "am pm | – | am pm | am pm | –", 6)]
    public void Published_presence_is_held_half_day_by_half_day(string station, string week, int promised)
    {
        Assert.AreEqual(
            week,
            string.Join(
                " | ", Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(day => Said(station, day))));
        Assert.AreEqual(promised, Site.Presence.Promised[station]);
    }

    [TestMethod]
    public void Week_has_twenty_half_days_and_none_at_the_week_end()
    {
        var held = Site.Presence.Patterns.SelectMany(pattern => pattern.Week).ToList();
        Assert.AreEqual(20, held.Sum(day => day.Value.HalfDays.Count));
        Assert.AreEqual(20, Site.Presence.Promised.Values.Sum());
        Assert.IsFalse(held.Any(day => day.Key is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [TestMethod]
    public void Andelot_and_Joinville_are_one_person_and_the_commissariats_two_others()
    {
        Assert.AreEqual(
            "poste-1: saint-dizier; poste-2: chaumont; poste-3: andelot, joinville",
            string.Join("; ", Site.Definition.Posts.Select(post => $"{post.Id}: {string.Join(", ", post.Stations)}")));
        Assert.AreEqual("psychologue", Site.Definition.Posts[0].Training);
    }

    [TestMethod]
    public void Presence_is_published_and_names_nobody()
    {
        Assert.IsTrue(Site.Presence.Published);
        Assert.IsFalse(Site.Presence.NamesWorker);
    }

    [TestMethod]
    public void Association_holds_no_data_on_offences()
    {
        Assert.AreEqual(new Employer("ADAJ", EmployerQuality.Association), Site.Definition.Employer);
        Assert.IsFalse(Site.Definition.HoldsOffenceData);
        Assert.IsFalse(Site.Forms.Values.SelectMany(form => form.Fields).Any(field => field.Offence));
        CollectionAssert.DoesNotContain(Site.CodesOf("status").ToArray(), "mis_en_cause");
        CollectionAssert.DoesNotContain(Site.CodesOf("problem").ToArray(), "delinquance_de_mineur");
    }

    [TestMethod]
    public void No_field_tells_how_far_the_inquiry_is()
    {
        var fields = Site.Forms["situation"].Fields.Select(field => field.Id).ToArray();
        CollectionAssert.DoesNotContain(fields, "unit_follow_up");
        CollectionAssert.DoesNotContain(fields, "before_complaint");
    }

    [TestMethod]
    public void Repeated_calls_count_as_a_vulnerable_person() => Assert.AreEqual("personne_vulnerable", Site.Code("problem", "appels_repetes").Core);

    [TestMethod]
    public void Missions_are_those_of_the_worker() =>
        CollectionAssert.AreEqual(new[] { "orienter_conseiller", "relais", "accueillir" }, Site.CodesOf("mission").ToArray());

    private static string Said(string station, DayOfWeek day)
    {
        var held = Site.Presence.Patterns.Where(pattern => pattern.Station == station && pattern.Week.ContainsKey(day))
            .SelectMany(pattern => pattern.Week[day].HalfDays).ToList();
        return held.Count == 0 ? "–" : string.Join(' ', held.Select(half => half == HalfDay.Morning ? "am" : "pm"));
    }
}
