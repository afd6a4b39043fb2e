using Microsoft.Playwright;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Host.Tests;

namespace Modular.Browser.Tests.Administration;

/// <summary>The job engine's own pages, in a browser under our content policy.</summary>
[TestClass]
public sealed class EngineDashboard
{
    private const string Engine = "/administration/taches/moteur";

    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartWithSitesAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    public async Task It_opens_from_the_page_of_tasks_asks_nobody_else_and_leads_back()
    {
        await using var visit = await Visit.BeginAsync(s_host);
        await visit.SignInAsync(Role.Administrator);
        await visit.GoAsync("/administration/taches");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Le moteur, pour le diagnostic" }).ClickAsync();
        foreach (var page in (string[])["", "/recurring", "/servers", "/jobs/enqueued", "/jobs/succeeded", "/jobs/failed"])
        {
            Assert.AreEqual(200, await visit.GoAsync(Engine + page), page);
            await visit.PictureAsync("moteur" + page.Replace('/', '-'));
        }

        await visit.Page.Locator(".navbar-right a").ClickAsync();
        await Visit.UntilAtAsync(visit.Page, "/administration/taches");
        Assert.IsEmpty(visit.Foreign);
        // The chart's library sets one style by script, at each page that draws it: it is blocked, and nothing is missing.
        Assert.IsTrue(visit.Complaints.Distinct().ToList() is [var one] && one.Contains("'style-src 'self''"), string.Join('\n', visit.Complaints));
    }

    [TestMethod]
    [DataRow(Role.Worker)]
    [DataRow(Role.Coordinator)]
    public async Task Others_are_told_that_it_is_not_theirs(Role role)
    {
        await using var visit = await Visit.BeginAsync(s_host);
        await visit.SignInAsync(role, "haute-marne");
        Assert.AreEqual(403, await visit.GoAsync(Engine));
        Assert.AreEqual(403, await visit.GoAsync(Engine + "/recurring"));
    }
}
