using System.Net;
using System.Net.Http.Headers;
using Modular.Access;

namespace Modular.Host.Tests.Presence;

/// <summary>Haute-Marne publishes its presence; Loire does not.</summary>
[TestClass]
public sealed class Feeds
{
    [TestMethod]
    public async Task Published_calendar_is_open_to_anybody_and_says_when_nothing_changed()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var visitor = host.Visitor();

        using var first = await visitor.GetAsync(new Uri("/presence/haute-marne/chaumont.ics", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.OK, first.StatusCode);
        Assert.AreEqual("text/calendar", first.Content.Headers.ContentType?.MediaType);
        var text = await first.Content.ReadAsStringAsync();
        Assert.Contains("/chaumont/", text);
        Assert.DoesNotContain("/joinville/", text);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/presence/haute-marne/chaumont.ics");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var second = await visitor.SendAsync(again);
        Assert.AreEqual(HttpStatusCode.NotModified, second.StatusCode);
    }

    [TestMethod]
    [DataRow("/presence/loire.ics", HttpStatusCode.Found)]
    [DataRow("/presence/loire/affiche", HttpStatusCode.Found)]
    [DataRow("/presence/unheard-of.ics", HttpStatusCode.NotFound)]
    [DataRow("/presence/haute-marne/unheard-of.ics", HttpStatusCode.NotFound)]
    [DataRow("/presence/haute-marne.ics", HttpStatusCode.OK)]
    [DataRow("/presence/haute-marne/affiche", HttpStatusCode.OK)]
    public async Task What_is_not_published_asks_for_an_account(string address, HttpStatusCode expected)
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var visitor = host.Visitor();

        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));

        Assert.AreEqual(expected, answer.StatusCode);
    }

    [TestMethod]
    public async Task What_is_not_published_is_read_by_its_own_team_and_kept_nowhere()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var own = host.SignedIn(Role.Worker, "loire");
        using var other = host.SignedIn(Role.Coordinator, "pantin");

        using var read = await own.GetAsync(new Uri("/presence/loire.ics", UriKind.Relative));
        using var refused = await other.GetAsync(new Uri("/presence/loire.ics", UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.OK, read.StatusCode);
        Assert.AreEqual("no-store", read.Headers.GetValues("Cache-Control").Single());
        Assert.AreEqual(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
