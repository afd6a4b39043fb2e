using Modular.Contracts.Sites;
using Modular.Sites;

namespace Modular.Plugins.Tests.Dunkerque;

[TestClass]
public sealed class DunkerqueSiteTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("Dunkerque");

    [TestMethod]
    public void Site_is_data_alone() => Assert.IsNull(Site.Definition.Assembly);

    [TestMethod]
    public void Town_pays_a_share_that_nobody_published() =>
        Assert.AreEqual(new Funder("ville", "Ville de Dunkerque", null), Site.Definition.Funders.Single());

    [TestMethod]
    public void Post_is_there_since_2022() =>
        Assert.IsTrue(Site.Presence.Patterns.All(pattern => pattern is { Station: "dunkerque", From.Year: 2022 }));

    [TestMethod]
    [DataRow("situation")]
    [DataRow("contact")]
    public void Worker_is_there_before_during_and_after_the_complaint(string form)
    {
        CollectionAssert.AreEqual(new[] { "detection", "plainte", "confrontation", "reinsertion" }, Site.CodesOf("stage").ToArray());
        Assert.IsTrue(Site.Forms[form].Fields.Single(field => field.Id == "stage").Fact);
    }

    [TestMethod]
    public void Rising_and_falling_are_never_written_but_computed()
    {
        var template = Site.Reports.Single(report => report.Id == "annuel").Template;
        string[] trends = ["hausse", "baisse"];
        foreach (var line in template.Split('\n').Where(line => trends.Any(trend => line.Contains(trend, StringComparison.Ordinal))))
        {
            Assert.IsTrue(line.Contains("{{ trend ", StringComparison.Ordinal) || line.Contains("Une part peut baisser", StringComparison.Ordinal), line);
        }

        StringAssert.Contains(template, "{{ trend vif ");
        StringAssert.Contains(template, "{{ vif_share.before }}");
    }
}
