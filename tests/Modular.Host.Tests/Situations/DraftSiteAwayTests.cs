using System.Net;
using Modular.Access;
using Modular.Sites.Making;

namespace Modular.Host.Tests.Situations;

[TestClass]
public sealed class DraftSiteAwayTests
{
    [TestMethod]
    public async Task A_draft_of_a_site_that_is_taken_away_is_kept_said_and_opens_again()
    {
        await using var host = await HostUnderTest.StartAsync();
        var plugins = Path.Combine(host.DataFolder, "no-plugins");
        await SiteAwayTests.UntilAsync(host, isThere: true, () => SiteMaker.Make("saint-omer", "Saint-Omer", plugins));
        using var client = host.SignedIn(Role.Worker, "saint-omer");
        var form = await FormUnderTest.OpenAsync(client, "/situations/nouvelle");
        using var first = await form.SendAsync(client);
        var edit = await FormUnderTest.OpenAsync(client, first.Headers.Location + "/modifier");
        var another = await FormUnderTest.OpenAsync(client, "/situations/nouvelle");
        (edit["note"], another["note"]) = ("commencé avant", "commencé aussi");

        await SiteAwayTests.UntilAsync(host, isThere: false, () => Directory.Delete(Path.Combine(plugins, "SaintOmer"), recursive: true));
        using var keptEdit = await edit.SendAsync(client, "draft");
        using var keptAnother = await another.SendAsync(client, "draft");
        Assert.AreEqual((HttpStatusCode.OK, HttpStatusCode.OK), (keptEdit.StatusCode, keptAnother.StatusCode));
        var away = await DraftsOfDay.ReadAsync(client);
        Assert.HasCount(2, away.Ids);
        Assert.IsEmpty(away.Addresses);
        Assert.IsTrue(away.Titles.All(title => title.Contains("Le formulaire est fermé", StringComparison.Ordinal)), string.Join('\n', away.Titles));

        await SiteAwayTests.UntilAsync(host, isThere: true, () => SiteMaker.Make("saint-omer", "Saint-Omer", plugins));
        var back = await DraftsOfDay.ReadAsync(client);
        Assert.AreEqual("commencé aussi", (await FormUnderTest.OpenAsync(client, back.Addresses[0]))["note"]);
        Assert.AreEqual("commencé avant", (await FormUnderTest.OpenAsync(client, back.Addresses[1]))["note"]);
    }
}
