using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Presence;
using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Sites;

namespace Modular.Plugins.Tests.Loire;

[TestClass]
public sealed class LoireSiteTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("Loire");

    [TestMethod]
    public void Four_commissariats_and_the_brigades_of_the_departement()
    {
        CollectionAssert.AreEqual(
            new[] { "Saint-Étienne", "Saint-Chamond", "Firminy", "Roanne" },
            Site.Definition.Stations.Where(station => station.Force == Force.Police).Select(station => station.Commune).ToArray());
        Assert.AreEqual("Brigades de gendarmerie de la Loire", Site.Definition.Stations.Single(station => station.Force == Force.Gendarmerie).Name);
    }

    [TestMethod]
    public void Convention_and_funders_are_the_departement_and_the_prefecture_without_a_share_that_nobody_published()
    {
        string[] both = ["Département de la Loire", "Préfecture de la Loire"];
        CollectionAssert.AreEqual(both, Site.Definition.Convention!.Parties.ToArray());
        Assert.AreEqual((new DateOnly(2020, 1, 1), (DateOnly?)new DateOnly(2023, 12, 31)), (Site.Definition.Convention.From, Site.Definition.Convention.To));
        CollectionAssert.AreEqual(both, Site.Definition.Funders.Select(funder => funder.Name).ToArray());
        Assert.IsTrue(Site.Definition.Funders.All(funder => funder is { Share: null, Remainder: false }));
    }

    [TestMethod]
    public void Five_full_time_equivalents_stand_beside_a_national_mean_of_three()
    {
        Assert.AreEqual(5m, Site.Definition.Posts.Sum(post => post.FullTimeEquivalent));
        Assert.AreEqual(3m, Site.Definition.References["national_mean_workers"].Value);
        var figures = Site.Reports.Single(report => report.Id == "annuel").Figures;
        Assert.AreEqual(FigureKind.Site, figures.Single(figure => figure.Name == "workers").Kind);
        Assert.AreEqual(FigureKind.Reference, figures.Single(figure => figure.Name == "national_mean_workers").Kind);
    }

    [TestMethod]
    public void Share_unknown_to_the_social_services_is_of_the_persons_received_whose_answer_is_known()
    {
        var figures = Site.Reports.Single(report => report.Id == "annuel").Figures.ToDictionary(figure => figure.Name);
        var share = figures["received_unknown_share"];
        Assert.AreEqual(FigureDefinition.Known, figures[share.Of!].Where["known_to_services"].Single());
        CollectionAssert.AreEqual(new[] { "inconnu" }, figures[share.Subject].Where["known_to_services"].ToArray());
        Assert.AreEqual("yes", figures[share.Subject].Where["contacted"].Single());
        Assert.AreEqual("yes", figures[share.Of!].Where["contacted"].Single());
    }

    [TestMethod]
    public void Visiting_card_is_a_mode_of_referral_and_self_seizure_is_not()
    {
        CollectionAssert.Contains(Site.CodesOf("referral_mode").ToArray(), "carte_de_visite");
        CollectionAssert.DoesNotContain(Site.CodesOf("referral_mode").ToArray(), "main_courante");
    }

    [TestMethod]
    [DataRow("yes", true)]
    [DataRow("no", false)]
    [DataRow("unknown", false)]
    public void Pregnancy_opens_the_way_to_the_midwife_of_the_PMI(string pregnant, bool shown)
    {
        var midwife = Site.Forms["situation"].Fields.Single(field => field.Id == "midwife");
        Answer answer = pregnant == "unknown" ? new Answer.Missing(NotGiven.Unknown) : new Answer.Choice(pregnant);
        Assert.AreEqual(shown, midwife.When!.Holds(SitePlugin.Answers(("pregnant", answer))));
        CollectionAssert.Contains(Site.CodesOf("partner").ToArray(), "sage_femme_pmi");
    }

    [TestMethod]
    public void Each_week_of_the_rota_has_one_post_on_call_day_and_night()
    {
        var rota = Site.Presence.Patterns.Where(pattern => pattern.OnCall).ToList();
        CollectionAssert.AreEquivalent(Site.Definition.Posts.Select(post => post.Id).ToArray(), rota.Select(pattern => pattern.Post).ToArray());
        CollectionAssert.AreEquivalent(new[] { 0, 1, 2, 3, 4 }, rota.Select(pattern => pattern.Anchor!.Value.DayNumber / 7 % pattern.Every).ToArray());
        Assert.IsTrue(
            rota.All(
                pattern => pattern is { Every: 5, Station: null } && pattern.Week.Count == 7
                    && pattern.Week.Values.All(day => day.Hours == new TimeRange(default, default))));
    }
}
