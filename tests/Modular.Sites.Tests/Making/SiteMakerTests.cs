using Modular.Sites.Making;

namespace Modular.Sites.Tests.Making;

[TestClass]
public sealed class SiteMakerTests
{
    [TestMethod]
    [DataRow("Saint-Omer", "SaintOmer")]
    [DataRow("Haute-Marne", "HauteMarne")]
    [DataRow("L’Haÿ-les-Roses", "LHayLesRoses")]
    [DataRow("paris 13e", "Paris13e")]
    [DataRow("../../etc", "Etc")]
    public void A_folder_bears_the_site_s_name(string name, string folder) => Assert.AreEqual(folder, SiteMaker.FolderName(name));

    [TestMethod]
    [DataRow("saint-omer", "Saint-Omer")]
    [DataRow("x1", "L’\"autre\" \\ site")]
    public void A_new_site_passes_its_own_check_and_bears_its_name(string id, string name)
    {
        using var into = new TempFolder();

        var (site, faults) = new SiteLoader(TimeProvider.System).Load(SiteMaker.Make(id, name, into.Path));

        Assert.AreEqual("", string.Join('\n', faults));
        Assert.AreEqual((id, name), (site!.Id, site.Definition.Name));
    }

    [TestMethod]
    public void A_new_site_is_complete()
    {
        using var into = new TempFolder();
        var (site, _) = new SiteLoader(TimeProvider.System).Load(SiteMaker.Make("saint-omer", "Saint-Omer", into.Path));

        Assert.AreSequenceEqual(["closing", "contact", "danger", "situation"], site!.Forms.Keys.Order().ToList());
        Assert.AreSequenceEqual(["annuel", "presence"], site.Reports.Select(report => report.Id).ToList());
        Assert.AreSequenceEqual(
            Nomenclature.Problems.Select(problem => problem.Value).ToList(), site.Definition.Codes["problem"].Select(problem => problem.Value).ToList());
        Assert.AreSequenceEqual(
            Nomenclature.AgeGroups.Select(group => group.Value).ToList(), site.Definition.Codes["age_group"].Select(group => group.Value).ToList());
        Assert.HasCount(13, site.Definition.Codes["referral_mode"]);
        Assert.HasCount(5, site.Definition.Vif);
    }

    [TestMethod]
    public void A_folder_that_exists_is_left_alone()
    {
        using var into = new TempFolder();
        SiteMaker.Make("saint-omer", "Saint-Omer", into.Path);

        Assert.ThrowsExactly<IOException>(() => SiteMaker.Make("autre", "Saint Omer", into.Path));
        Assert.HasCount(1, Directory.GetDirectories(into.Path));
    }
}
