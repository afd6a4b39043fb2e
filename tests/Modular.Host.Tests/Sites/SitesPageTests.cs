using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Sites;
using Modular.Sites.Making;

namespace Modular.Host.Tests.Sites;

[TestClass]
public sealed class SitesPageTests
{
    private const string Page = "/administration/sites";

    [TestMethod]
    public async Task The_administrator_sees_each_folder_its_state_and_why_a_version_is_refused()
    {
        await using var host = await HostUnderTest.StartAsync(options =>
        {
            var folder = SiteMaker.Make("saint-omer", "Saint-Omer", options.PluginsFolder!);
            SiteMaker.Make("broken", "<Cassé>", options.PluginsFolder!);
            File.WriteAllText(Path.Combine(options.PluginsFolder!, "Casse", "presence.json"), "{ \"patterns\": [ }");
            return options;
        });
        using var administrator = host.SignedIn(Role.Administrator);

        var page = await administrator.GetStringAsync(Page);

        Assert.Contains("Saint-Omer", page);
        Assert.Contains("en service", page);
        Assert.Contains("refusée", page);
        Assert.Contains("presence.json:1:17", page);
        Assert.Contains("Ce n’est pas du JSON\u202F: «\u202F}\u202F» n’est pas attendu ici.", WebUtility.HtmlDecode(page));
        Assert.DoesNotContain("This is not JSON", page);
        Assert.DoesNotContain("lang=\"en\"", page);
        Assert.DoesNotContain("<Cassé>", page);
    }

    [TestMethod]
    public async Task A_site_dropped_in_shows_without_a_restart()
    {
        await using var host = await HostUnderTest.StartAsync();
        using var administrator = host.SignedIn(Role.Administrator);
        Assert.Contains("Aucun site", await administrator.GetStringAsync(Page));
        var shown = new TaskCompletionSource();
        host.Services.GetRequiredService<ISiteCatalogue>().Changed += () =>
        {
            if (host.Services.GetRequiredService<ISiteCatalogue>().Find("saint-omer") is not null)
            {
                shown.TrySetResult();
            }
        };

        SiteMaker.Make("saint-omer", "Saint-Omer", Path.Combine(host.DataFolder, "no-plugins"));
        await shown.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("en service", await administrator.GetStringAsync(Page));
    }

    [TestMethod]
    [DataRow(Role.Worker)]
    [DataRow(Role.Coordinator)]
    [DataRow(Role.DataProtectionOfficer)]
    public async Task Nobody_else_sees_it(Role role)
    {
        await using var host = await HostUnderTest.StartAsync();
        using var other = host.SignedIn(role, "haute-marne");

        Assert.AreEqual(HttpStatusCode.Forbidden, (await other.GetAsync(Page)).StatusCode);
        Assert.AreNotEqual(HttpStatusCode.OK, (await other.PostAsync($"{Page}?handler=Retour", new FormUrlEncodedContent([new("site", "x")]))).StatusCode);
    }
}
