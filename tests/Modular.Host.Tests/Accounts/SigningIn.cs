using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Access.Accounts;
using Modular.Access.Journal;
using Modular.Access.SignIn;

namespace Modular.Host.Tests.Accounts;

[TestClass]
public sealed class SigningIn
{
    private const string Password = "Marée-basse 7h";

    [TestMethod]
    public async Task The_first_administrator_is_created_through_the_link_and_signs_in()
    {
        await using var host = await HostUnderTest.StartAsync();
        var link = $"/premier-acces?jeton={await host.Services.GetRequiredService<FirstAccess>().OpenAsync()}";
        using var visitor = host.Visitor();
        using var weak = await visitor.PostAsync(link, [("login", "admin"), ("password", "faible"), ("again", "faible")]);
        Assert.Contains("trop court", await weak.Content.ReadAsStringAsync());

        using var created = await visitor.PostAsync(link, [("login", "admin"), ("password", Password), ("again", Password)]);
        Assert.AreEqual("/connexion", created.Headers.Location?.OriginalString);
        Assert.DoesNotContain("<form method=\"post\" class", await visitor.GetStringAsync(new Uri(link, UriKind.Relative)));

        using var signedIn = await SignInAsync(visitor, "admin", Password);
        Assert.AreEqual("/", signedIn.Headers.Location?.OriginalString);
        using var accounts = await visitor.GetAsync(new Uri("/administration/comptes", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.OK, accounts.StatusCode);
    }

    [TestMethod]
    [DataRow("/journal?site=pantin", "/journal?site=pantin")]
    [DataRow("https://ailleurs.example/", "/")]
    [DataRow("//ailleurs.example/", "/")]
    [DataRow("/\\ailleurs.example", "/")]
    public async Task After_signing_in_one_goes_where_one_was_going_on_this_site_only(string wanted, string address)
    {
        await using var host = await WithAccountAsync(Role.DataProtectionOfficer);
        using var visitor = host.Visitor();
        using var signedIn = await visitor.PostAsync("/connexion", [("login", "claire"), ("password", Password), ("retour", wanted)]);
        Assert.AreEqual(address, signedIn.Headers.Location?.OriginalString);
    }

    [TestMethod]
    public async Task A_wrong_password_is_answered_in_words_and_never_given_back()
    {
        await using var host = await WithAccountAsync(Role.Worker);
        using var visitor = host.Visitor();
        using var refused = await SignInAsync(visitor, "claire", "mot-de-passe-secret");
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("incorrect", page);
        Assert.DoesNotContain("mot-de-passe-secret", page);
    }

    [TestMethod]
    public async Task Signing_out_ends_the_session_and_a_link_to_it_does_not()
    {
        await using var host = await WithAccountAsync(Role.Worker);
        using var visitor = host.Visitor();
        using var signedIn = await SignInAsync(visitor, "claire", Password);
        using var link = await visitor.GetAsync(new Uri("/deconnexion", UriKind.Relative));
        using var still = await visitor.GetAsync(new Uri("/", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.OK, still.StatusCode);

        using var signedOut = await visitor.PostAsync("/", [], "/deconnexion");
        using var after = await visitor.GetAsync(new Uri("/", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.Found, after.StatusCode);
        var acts = (await host.Services.GetRequiredService<IJournalReader>().PageAsync(new JournalFilter())).Rows.Select(row => row.Act).ToList();
        CollectionAssert.AreEqual(new[] { "sign_out", "sign_in", "account_created" }, acts);
    }

    [TestMethod]
    public async Task Nobody_gives_himself_rights_by_a_crafted_post()
    {
        await using var host = await WithAccountAsync(Role.Administrator);
        using var admin = host.Visitor();
        using var signedIn = await SignInAsync(admin, "claire", Password);
        var book = host.Services.GetRequiredService<AccountService>();
        var own = (await book.AllAsync()).Single();
        using var refused = await admin.PostAsync(
            $"/administration/comptes/{own.Id}",
            [("role", "worker"), ("sites", "pantin"), ("version", "0")],
            $"/administration/comptes/{own.Id}?handler=Droits");
        Assert.AreEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.AreEqual(Role.Administrator, (await book.FindAsync(own.Id))!.Role);
    }

    [TestMethod]
    [DataRow(Role.Worker)]
    [DataRow(Role.Coordinator)]
    [DataRow(Role.DataProtectionOfficer)]
    public async Task Accounts_are_the_administrators_alone_by_address_and_by_post(Role role)
    {
        await using var host = await HostUnderTest.StartAsync();
        using var client = host.SignedIn(role, "pantin");
        using var page = await client.GetAsync(new Uri("/administration/comptes", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.Forbidden, page.StatusCode);
        using var posted = await client.PostAsync("/", [("login", "intrus"), ("role", "admin"), ("password", Password)], "/administration/comptes/nouveau");
        Assert.AreEqual(HttpStatusCode.Forbidden, posted.StatusCode);
        Assert.DoesNotContain(account => account.Login == "intrus", await host.Services.GetRequiredService<AccountService>().AllAsync());
    }

    [TestMethod]
    public async Task The_journal_is_read_by_the_dpo_with_its_filter()
    {
        await using var host = await HostUnderTest.StartAsync();
        var journal = host.Services.GetRequiredService<IAccessJournal>();
        await journal.RecordAsync(new JournalEntry(Guid.NewGuid(), "claire", JournalAct.Read, "pantin", "situation-1"));
        await journal.RecordAsync(new JournalEntry(Guid.NewGuid(), "paul", JournalAct.Edit, "loire", "situation-2"));
        using var dpo = host.SignedIn(Role.DataProtectionOfficer);
        var page = await dpo.GetStringAsync(new Uri("/journal?identifiant=Paul", UriKind.Relative));
        Assert.Contains("situation-2", page);
        Assert.DoesNotContain("situation-1", page);
        Assert.Contains("1 ligne.", page);
    }

    private static async Task<HostUnderTest> WithAccountAsync(Role role)
    {
        var host = await HostUnderTest.StartAsync();
        var result = await host.Services.GetRequiredService<AccountService>()
            .CreateAsync(new AccountRequest("claire", role, ["pantin"], null), Password, by: null);
        Assert.IsNotNull(result.Account);
        return host;
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string login, string password) =>
        client.PostAsync("/connexion", [("login", login), ("password", password)]);
}
