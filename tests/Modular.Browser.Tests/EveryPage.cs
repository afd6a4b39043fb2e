using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Host.Tests;

namespace Modular.Browser.Tests;

/// <summary>Every page that a role can open, found by the host's own routes: a page added tomorrow is looked at too.</summary>
[TestClass]
public sealed class EveryPage
{
    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartWithSitesAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    [DataRow(null)]
    [DataRow(Role.Worker)]
    [DataRow(Role.Coordinator)]
    [DataRow(Role.Administrator)]
    [DataRow(Role.DataProtectionOfficer)]
    public async Task Every_page_is_accessible_fits_every_screen_and_asks_nobody_else(Role? role)
    {
        await using var visit = await Visit.BeginAsync(s_host);
        if (role is { } signedIn)
        {
            await visit.SignInAsync(signedIn, signedIn is Role.Worker or Role.Coordinator ? ["haute-marne", "loire"] : []);
        }

        var faults = new List<string>();
        var seen = 0;
        foreach (var address in Pages())
        {
            var status = await visit.GoAsync(address);
            if (status >= 500)
            {
                faults.Add($"{address} answers {status}");
            }

            if (status != 200 || new Uri(visit.Page.Url).AbsolutePath != address)
            {
                continue;
            }

            seen++;
            foreach (var screen in Screen.All)
            {
                await visit.LookOnAsync(screen);
                faults.AddRange((await visit.BrokenRulesAsync()).Select(rule => $"{address} {screen.Name} {rule}"));
                await visit.PictureAsync($"{role?.ToString() ?? "visiteur"}{address.Replace('/', '-')}-{screen.Name}");
            }

            // 683 is 1366 at 200 %; 320 is what WCAG 1.4.10 asks for.
            foreach (var width in (int[])[1366, 683, 390, 320])
            {
                await visit.Page.SetViewportSizeAsync(width, 768);
                if (await visit.OverflowAsync() is > 0 and var over)
                {
                    faults.Add($"{address} sticks out by {over} px at {width} px");
                }
            }
        }

        Assert.IsGreaterThan(role is null ? 0 : 1, seen);
        Assert.IsEmpty(faults, string.Join('\n', faults));
        Assert.IsEmpty(visit.Foreign);
        Assert.IsEmpty(visit.Complaints, string.Join('\n', visit.Complaints));
    }

    [TestMethod]
    public async Task A_page_that_breaks_a_rule_is_told()
    {
        await using var visit = await Visit.BeginAsync(s_host);
        await visit.Page.SetContentAsync("<html lang=fr><title>x</title><main><h1>x</h1><input><p style='color:#ddd'>à peine lisible</p></main></html>");
        CollectionAssert.AreEquivalent(new[] { "color-contrast", "label" }, (await visit.BrokenRulesAsync()).Select(rule => rule.Split(':')[0]).ToList());
    }

    [TestMethod]
    public async Task A_page_that_cannot_be_read_at_night_is_told()
    {
        await using var visit = await Visit.BeginAsync(s_host);
        await visit.Page.SetContentAsync(
            "<html lang=fr><title>x</title><style>@media (prefers-color-scheme: dark) { p { color: #ddd } }</style><main><h1>x</h1><p>à peine lisible</p></main></html>");
        await visit.LookOnAsync(Screen.Desk);
        Assert.IsEmpty(await visit.BrokenRulesAsync());
        await visit.LookOnAsync(Screen.DeskAtNight);
        Assert.StartsWith("color-contrast", (await visit.BrokenRulesAsync()).Single());
    }

    private static IEnumerable<string> Pages() => s_host.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(address => !address.Contains('{') && address is not "/Index")
        .Distinct();
}
