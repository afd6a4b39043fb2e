using System.Net;
using Modular.Host.Composition;

namespace Modular.Host.Tests.Web;

[TestClass]
public sealed class TrustedProxiesTests
{
    [TestMethod]
    public async Task A_proxy_on_this_machine_that_received_https_sends_people_back_to_https()
    {
        await using var host = await HostUnderTest.StartAsync();
        using var proxy = host.Visitor();
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await proxy.GetAsync(new Uri("/", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.Found, answer.StatusCode);
        Assert.AreEqual("https", answer.Headers.Location!.Scheme);
    }

    [TestMethod]
    public void A_proxy_that_is_not_an_address_keeps_the_host_from_starting()
    {
        var options = new ServeOptions { Settings = new Dictionary<string, string?> { ["Modular:KnownProxies:0"] = "le proxy" } };
        Assert.ThrowsExactly<SettingRefusedException>(() => ModularApp.Build(options));
    }
}
