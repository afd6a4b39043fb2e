using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Host.Composition;
using Modular.Host.Intake;
using Modular.Host.Tests.Situations;
using Modular.Storage;
using Modular.Tests;

namespace Modular.Host.Tests.Telemetry;

/// <summary>A day with people in it, and every byte that a collector was sent of it.</summary>
[TestClass]
public sealed class NothingPersonalTests
{
    private const string Trace = "c0ffee00c0ffee00c0ffee00c0ffee01";
    private const string Parent = "c0ffee00c0ffee02";

    [TestMethod]
    public async Task No_name_no_number_no_login_and_no_word_of_a_caller_reaches_the_collector()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        List<string> secrets = ["canari", "Canari", "CANARI", Trace, Parent, "127.0.0.1", "localhost", "url.", "server.address", "client.", "user_agent"];
        string id;
        await using (var host = await StartAsync(collector))
        {
            id = HostOwner.IdOf(host.DataFolder);
            secrets.Add(host.DataFolder);
            using var worker = await SignedInAsync(host, secrets);
            var situation = await LivedAsync(worker);
            secrets.AddRange([$"{situation:D}", $"{situation:N}"]);
            await AskedBadlyAsync(worker);
            await collector.Until(sent => sent.Holds(typeof(CanaryException).FullName!) && sent.Holds(Status(404)) && sent.Holds("modular.disk.free"));
        }

        Assert.AreEqual("", string.Join(", ", secrets.Where(collector.Holds)));
        Assert.IsFalse(collector.Holds(Convert.FromHexString(Trace)), "the caller's trace");
        Assert.IsFalse(collector.Holds(Convert.FromHexString(Parent)), "the caller's span");
        foreach (var told in (string[])
            ["modular", id, "GET /situations/{id:guid}", "POST /connexion", "_OTHER", "http.server.request.duration", "modular.write.duration", "intake"])
        {
            Assert.IsTrue(collector.Holds(told), told);
        }

        foreach (var status in (int[])[200, 302, 404, 500])
        {
            Assert.IsTrue(collector.Holds(Status(status)), $"{status}");
        }
    }

    private static Task<HostUnderTest> StartAsync(OtlpReceiver collector) => HostUnderTest.StartAsync(options => options with
    {
        PluginsFolder = Path.Combine(Configuration.Home, "plugins"),
        Settings = collector.Settings,
        Services = services => services.AddSingleton<MyDayService>(_ => throw new CanaryException("Madame Canari")),
    });

    private static async Task<HttpClient> SignedInAsync(HostUnderTest host, List<string> secrets)
    {
        var (login, password) = await host.AddAccountAsync(Role.Worker, "dunkerque");
        secrets.AddRange([login, password]);
        var visitor = host.Visitor();
        var said = visitor.DefaultRequestHeaders;
        said.Add("traceparent", $"00-{Trace}-{Parent}-01");
        said.Add("tracestate", "nom=canari");
        said.Add("baggage", "nom=canari");
        said.Add("User-Agent", "Canari/1.0");
        said.Add("Referer", "https://canari.example/canari");
        said.Add("X-Forwarded-For", "192.0.2.77");
        said.Host = "canari.example";
        secrets.Add("192.0.2.77");
        using var signedIn = await visitor.PostAsync("/connexion", [("login", login), ("password", password)]);
        Assert.AreEqual(HttpStatusCode.Found, signedIn.StatusCode);
        secrets.AddRange(signedIn.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=', ';')[1]).Where(value => value.Length > 0));
        return visitor;
    }

    /// <returns>The number that stands in the address of the situation.</returns>
    private static async Task<Guid> LivedAsync(HttpClient worker)
    {
        var form = await FormUnderTest.OpenAsync(worker, "/situations/nouvelle");
        (form["person.last_name"], form["person.first_name"], form["note"]) = ("Canari", "Canarine", "Ce que canari a dit");
        using var saved = await form.SendAsync(worker);
        Assert.AreEqual(HttpStatusCode.Redirect, saved.StatusCode);
        var place = saved.Headers.Location!.OriginalString;
        Assert.Contains("Canari", await worker.GetStringAsync(new Uri(place, UriKind.Relative)));
        return Guid.Parse(place.Split('/', '?')[2]);
    }

    private static async Task AskedBadlyAsync(HttpClient worker)
    {
        using var nowhere = await worker.GetAsync(new Uri("/canari/canari?nom=canari", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.NotFound, nowhere.StatusCode);
        using var unknown = await worker.GetAsync(new Uri("/situations/canari?nom=canari", UriKind.Relative));
        Assert.IsLessThan(500, (int)unknown.StatusCode);
        using var odd = await worker.SendAsync(new HttpRequestMessage(new HttpMethod("CANARI"), new Uri("/canari", UriKind.Relative)));
        Assert.IsLessThan(500, (int)odd.StatusCode);
        using var failed = await worker.GetAsync(new Uri("/?nom=canari", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.InternalServerError, failed.StatusCode);
    }

    /// <summary>As OTLP spells it: the key, then a value that is a whole number.</summary>
    private static byte[] Status(int status) => [.. "http.response.status_code"u8, 0x12, 0x03, 0x18, (byte)(status | 0x80), (byte)(status >> 7)];

    private sealed class CanaryException(string message) : Exception(message);
}
