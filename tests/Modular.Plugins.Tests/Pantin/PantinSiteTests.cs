using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Sites;

namespace Modular.Plugins.Tests.Pantin;

[TestClass]
public sealed class PantinSiteTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("Pantin");

    [TestMethod]
    public void Ministry_pays_70_percent_and_the_town_what_is_left()
    {
        Assert.AreEqual(EmployerQuality.Commune, Site.Definition.Employer.Quality);
        Assert.AreEqual(70m, Site.Definition.Funders.Single(funder => funder.Id == "interieur").Share);
        Assert.IsTrue(Site.Definition.Funders.Single(funder => funder.Id == "ville").Remainder);
        Assert.AreEqual(
            "ville",
            Site.Reports.Single(report => report.Id == "annuel").Figures.Single(figure => figure is { Kind: FigureKind.Funding, Name: "town_share" }).Subject);
    }

    [TestMethod]
    public void Self_seizure_from_the_daily_log_comes_first() =>
        CollectionAssert.AreEqual(new[] { "main_courante", "synthese" }, Site.CodesOf("referral_mode").Take(2).ToArray());

    [TestMethod]
    public void The_worker_is_under_the_authority_of_the_commissaire() => Assert.AreEqual("commissaire de Pantin", Site.Definition.Posts.Single().Authority);

    [TestMethod]
    public void Appointments_go_through_the_switchboard_and_no_number_is_printed()
    {
        StringAssert.Contains(Site.Definition.Appointments, "standard du commissariat");
        Assert.IsFalse(Site.Definition.Appointments!.Any(char.IsDigit));
    }

    [TestMethod]
    [DataRow("trafic", "delinquance_de_mineur")]
    [DataRow("delit_routier", "delinquance_de_mineur")]
    [DataRow("violences_sexistes", "harcelement")]
    public void Publics_of_the_site_count_in_the_common_core(string code, string core) => Assert.AreEqual(core, Site.Code("problem", code).Core);

    [TestMethod]
    public void Mediation_is_asked_about_neighbours_only()
    {
        var mediation = Site.Forms["situation"].Sections.Single(section => section.Id == "neighbours").When!;
        Assert.IsTrue(mediation.Holds(SitePlugin.Answers("problem".Is("conflit_de_voisinage"))));
        Assert.IsFalse(mediation.Holds(SitePlugin.Answers("problem".Is("violences_conjugales"))));
    }
}
