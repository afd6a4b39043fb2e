using System.Net;
using Modular.Access;

namespace Modular.Host.Tests.Situations;

[TestClass]
public sealed class ExpiredSessionMiddlewareTests
{
    private const string New = "/situations/nouvelle";

    [TestMethod]
    public async Task What_was_typed_comes_back_after_signing_in_again_and_can_be_saved()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        var account = await host.AddAccountAsync(Role.Worker, "dunkerque");
        using var client = await SignedInAsync(host, account);
        var form = await FormUnderTest.OpenAsync(client, New);
        form["person.last_name"] = "Essai-Retrouvé";
        form["note"] = "Deux lignes\r\nde notes";

        using var later = host.Visitor();
        using var answer = await form.SendAsync(later);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        StringAssert.Contains(page, "Votre session s’est fermée.");
        Assert.DoesNotContain("Essai-Retrouv", page, "The sign-in page shows what was typed.");

        var signIn = await FormUnderTest.ReadAsync(answer, "/connexion", "kept");
        (signIn["login"], signIn["password"]) = account;
        using var wrong = await WrongAsync(signIn, later);
        signIn = await FormUnderTest.ReadAsync(wrong, "/connexion", "kept");
        (signIn["login"], signIn["password"]) = account;
        using var signedIn = await signIn.SendAsync(later);
        var resumed = await FormUnderTest.ReadAsync(signedIn, "/connexion");
        using var back = await resumed.SendAsync(later, "resume");
        var again = await FormUnderTest.ReadAsync(back, New);
        Assert.AreEqual("Essai-Retrouvé", again["person.last_name"]);
        StringAssert.Contains(again["note"], "de notes");
        using var saved = await again.SendAsync(later);
        Assert.AreEqual(HttpStatusCode.Redirect, saved.StatusCode, await saved.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Another_account_is_given_nothing_of_it()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        using var client = await SignedInAsync(host, await host.AddAccountAsync(Role.Worker, "dunkerque"));
        var form = await FormUnderTest.OpenAsync(client, New);
        form["note"] = "Confidentissime";
        using var other = host.Visitor();
        using var answer = await form.SendAsync(other);
        var signIn = await FormUnderTest.ReadAsync(answer, "/connexion", "kept");
        (signIn["login"], signIn["password"]) = await host.AddAccountAsync(Role.Worker, "dunkerque");
        using var signedIn = await signIn.SendAsync(other);
        Assert.AreEqual(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.DoesNotContain("Confidentissime", await signedIn.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> WrongAsync(FormUnderTest signIn, HttpClient client)
    {
        signIn["password"] = "pas le bon";
        return signIn.SendAsync(client);
    }

    private static async Task<HttpClient> SignedInAsync(HostUnderTest host, (string Login, string Password) account)
    {
        var client = host.Visitor();
        using var answer = await client.PostAsync("/connexion", [("login", account.Login), ("password", account.Password)]);
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }
}
