using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Host.Intake;

namespace Modular.Host.Tests.Web;

[TestClass]
public sealed class ErrorPagesTests
{
    [TestMethod]
    public async Task A_form_sent_from_a_page_that_expired_says_so_and_that_nothing_earlier_is_lost()
    {
        await using var host = await HostUnderTest.StartAsync();
        using var worker = host.SignedIn(Role.Worker, "loire");
        using var answer = await worker.PostAsync(new Uri("/situations/nouvelle", UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.AreEqual(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1>La page a expiré</h1>", await answer.Content.ReadAsStringAsync());
    }

    [TestMethod]
    [DataRow(Role.Coordinator)]
    [DataRow(Role.Administrator)]
    [DataRow(Role.DataProtectionOfficer)]
    public async Task What_is_nominative_is_calmly_refused_to_every_other_role(Role role)
    {
        await using var host = await HostUnderTest.StartAsync();
        using var other = host.SignedIn(role, "loire");
        foreach (var address in (string[])["/situations", "/situations/nouvelle", "/saisines"])
        {
            using var answer = await other.GetAsync(new Uri(address, UriKind.Relative));
            Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode, address);
            Assert.Contains("<h1>Cette page ne vous est pas ouverte</h1>", await answer.Content.ReadAsStringAsync());
        }
    }

    [TestMethod]
    public async Task An_address_that_does_not_exist_has_a_way_out()
    {
        await using var host = await HostUnderTest.StartAsync();
        using var worker = host.SignedIn(Role.Worker);
        using var answer = await worker.GetAsync(new Uri("/nulle-part", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Il n’y a rien à cette adresse</h1>", page);
        Assert.Contains("href=\"/\">Revenir à l’accueil</a>", page);
    }

    [TestMethod]
    public async Task A_failure_of_ours_shows_nothing_of_what_happened_inside()
    {
        await using var host = await HostUnderTest.StartAsync(options => options with
        {
            Services = services => services.AddSingleton<MyDayService>(_ => throw new InvalidOperationException("the inside")),
        });
        using var worker = host.SignedIn(Role.Worker, "loire");
        using var answer = await worker.GetAsync(new Uri("/", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Un problème est survenu de notre côté</h1>", page);
        Assert.DoesNotContain("the inside", page);
        Assert.DoesNotContain("Exception", page);
    }
}
