using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Sites;
using Modular.Sites.Making;

namespace Modular.Host.Tests.Situations;

[TestClass]
public sealed class SiteAwayTests
{
    [TestMethod]
    public async Task What_was_typed_while_a_site_was_taken_away_waits_until_it_is_back()
    {
        await using var host = await HostUnderTest.StartAsync();
        var plugins = Path.Combine(host.DataFolder, "no-plugins");
        await UntilAsync(host, isThere: true, () => SiteMaker.Make("saint-omer", "Saint-Omer", plugins));
        using var client = host.SignedIn(Role.Worker, "saint-omer");
        var form = await FormUnderTest.OpenAsync(client, "/situations/nouvelle");
        using var first = await form.SendAsync(client);
        var contact = await FormUnderTest.OpenAsync(client, first.Headers.Location + "/entretiens");
        form = await FormUnderTest.OpenAsync(client, first.Headers.Location + "/modifier");
        (form["note"], contact["note"]) = ("Commencé avant", "Entretien commencé");
        (contact["kind"], contact["reached"]) = ("telephone", "yes");

        await UntilAsync(host, isThere: false, () => Directory.Delete(Path.Combine(plugins, "SaintOmer"), recursive: true));
        using var keptForm = await form.SendAsync(client);
        using var keptContact = await contact.SendAsync(client);
        Assert.AreEqual((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (keptForm.StatusCode, keptContact.StatusCode));
        var text = await keptForm.Content.ReadAsStringAsync();
        StringAssert.Contains(text, "rien de ce que vous avez tapé n’est perdu");
        StringAssert.Contains(text, "il ne fait que le lire, ou le site a été retiré");

        await UntilAsync(host, isThere: true, () => SiteMaker.Make("saint-omer", "Saint-Omer", plugins));
        foreach (var (kept, note) in ((HttpResponseMessage, string)[])[(keptForm, "Commencé avant"), (keptContact, "Entretien commencé")])
        {
            using var back = await (await FormUnderTest.ReadAsync(kept, "")).SendAsync(client, "resume");
            var again = await FormUnderTest.ReadAsync(back, kept.RequestMessage!.RequestUri!.PathAndQuery);
            Assert.AreEqual(note, again["note"]);
            using var saved = await again.SendAsync(client);
            Assert.AreEqual(HttpStatusCode.Redirect, saved.StatusCode, await saved.Content.ReadAsStringAsync());
        }
    }

    internal static async Task UntilAsync(HostUnderTest host, bool isThere, Action change)
    {
        var sites = host.Services.GetRequiredService<ISiteCatalogue>();
        var done = new TaskCompletionSource();
        sites.Changed += () =>
        {
            if (sites.Find("saint-omer") is not null == isThere)
            {
                done.TrySetResult();
            }
        };
        change();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
