using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Tests;

namespace Modular.Host.Tests.Databases;

/// <summary>What the administrator reads of how the host does.</summary>
[TestClass]
public sealed class StatePageTests
{
    [TestMethod]
    public async Task A_host_that_does_well_says_so_and_what_fails_is_told_by_its_route()
    {
        var clock = new Clock("2026-11-27T10:00:00Z");
        await using var host = await HostUnderTest.StartAsync(options => options with { Services = services => services.AddSingleton<TimeProvider>(clock) });
        using var administrator = host.SignedIn(Role.Administrator);
        var page = await ReadAsync(administrator);
        Assert.Contains("Tout va bien.", page);
        Assert.DoesNotContain("<code>/administration/etat</code>", page, "it is the first that is asked for");
        Assert.Contains(host.DataFolder, page);

        using var worker = host.SignedIn(Role.Worker, "nowhere");
        using var refused = await worker.GetAsync(new Uri("/administration/etat", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("<code>/administration/etat</code>", await ReadAsync(administrator));

        clock.Advance(TimeSpan.FromHours(31));
        using var later = host.SignedIn(Role.Administrator);
        Assert.Contains("La sauvegarde de la nuit manque.", await ReadAsync(later));
    }

    private static async Task<string> ReadAsync(HttpClient client) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/administration/etat", UriKind.Relative)));
}
