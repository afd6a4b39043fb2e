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

    [TestMethod]
    public async Task A_clock_that_is_not_that_of_the_database_asks_for_attention_and_the_data_answers()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        var clock = new Clock(TimeProvider.System.GetUtcNow().AddMinutes(-5));
        await using var host = await HostUnderTest.StartAsync(options => options with
        {
            Services = services => services.AddSingleton<TimeProvider>(clock),
            Settings = new Dictionary<string, string?> { ["ConnectionStrings:Modular"] = database.ConnectionString },
        });
        using var administrator = host.SignedIn(Role.Administrator);
        var page = await ReadAsync(administrator);
        Assert.Contains("L’horloge de cette machine n’est pas celle de la base de données", page);
        Assert.Contains("répondent en", page);
        using var ready = await administrator.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var told = await ready.Content.ReadAsStringAsync();
        Assert.Contains("database: Healthy", told);
        Assert.Contains("clock: Unhealthy. The clock of this machine is not that of the database", told);
        await database.DropAsync();
    }

    private static async Task<string> ReadAsync(HttpClient client) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/administration/etat", UriKind.Relative)));
}
