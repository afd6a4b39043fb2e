using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Access.SignIn;
using Modular.Host.Composition;
using Modular.Host.Tests.Situations;
using Modular.Sites;
using Modular.Tests;

namespace Modular.Host.Tests.Databases;

/// <summary>Hosts whose records are on PostgreSQL.</summary>
[TestClass]
public sealed class PostgreSqlHostTests
{
    private const string Site = "dunkerque";

    [TestMethod]
    public async Task What_is_saved_on_one_host_is_shown_by_the_other_to_whoever_signed_in_on_the_first()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        await using var first = await StartAsync(database.ConnectionString);
        await using var second = await StartAsync(database.ConnectionString, beside: first);
        var cookie = first.Session(Role.Worker, Site);
        using var here = Visitor(first, cookie);
        using var there = Visitor(second, cookie);

        var form = await FormUnderTest.OpenAsync(here, "/situations/nouvelle");
        (form["referred_on"], form["person.last_name"], form["problem"]) = ("2026-03-02", "Essai", "fugue");
        using var saved = await form.SendAsync(here);
        var place = saved.Headers.Location!.OriginalString;
        Assert.Contains("Essai", (await AskAsync(there, place)).Text);
        Assert.Contains(place, (await AskAsync(there, "/situations")).Text);
        await database.DropAsync();
    }

    [TestMethod]
    public async Task The_journal_is_read_whole_and_by_site_login_and_day()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        await using var host = await StartAsync(database.ConnectionString);
        using var worker = Visitor(host, host.Session(Role.Worker, Site));
        Assert.AreEqual(HttpStatusCode.OK, (await AskAsync(worker, "/situations")).Status);
        using var officer = Visitor(host, host.Session(Role.DataProtectionOfficer));
        Assert.Contains("1 ligne.", (await AskAsync(officer, $"/journal?site={Site}")).Text);
        Assert.AreEqual(HttpStatusCode.OK, (await AskAsync(officer, "/journal")).Status);
        Assert.Contains("Aucune ligne", (await AskAsync(officer, "/journal?identifiant=personne&du=2026-01-01&au=2026-01-02")).Text);
        await database.DropAsync();
    }

    [TestMethod]
    public async Task The_first_access_link_of_one_host_is_opened_by_the_other()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        await using var first = await StartAsync(database.ConnectionString);
        await using var second = await StartAsync(database.ConnectionString, beside: first);
        var token = await first.Services.GetRequiredService<FirstAccess>().OpenAsync();
        Assert.IsTrue(await second.Services.GetRequiredService<FirstAccess>().IsOpenAsync(token));
        await database.DropAsync();
    }

    [TestMethod]
    public async Task A_site_whose_code_one_host_lacks_is_only_read_there_and_the_page_of_sites_says_what_to_bring()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        await using var first = await StartAsync(database.ConnectionString);
        await using var second = await StartAsync(database.ConnectionString, beside: first, plugins: "none");
        await UntilAsync(second, catalogue => catalogue.Find(Site) is not null && catalogue.All.Any(site => site.State == SiteState.CodeMissing));
        var cookie = first.Session(Role.Worker, "pantin");
        var cookies = new CookieContainer();
        using var here = Visitor(first, cookie, cookies);
        using var there = Visitor(second, cookie, cookies);

        var form = await FormUnderTest.OpenAsync(here, "/situations/nouvelle");
        (form["referred_on"], form["person.last_name"]) = ("2026-03-02", "Essai");
        using var saved = await form.SendAsync(here);
        var place = saved.Headers.Location!.OriginalString;

        Assert.Contains("Essai", (await AskAsync(there, place)).Text, "what is stored is read on either");
        Assert.Contains(place, (await AskAsync(there, "/situations")).Text);
        Assert.Contains("Les formulaires de votre site sont fermés sur ce serveur.", (await AskAsync(there, "/situations/nouvelle")).Text);
        var (_, day) = await AskAsync(there, "/");
        Assert.Contains("En lecture seule sur ce serveur\u202F: Pantin.", day);
        Assert.Contains(place, day, "who waits is named all the same");
        var (_, presence) = await AskAsync(there, "/presence");
        Assert.Contains("n’a pas pu être vérifiée", presence, "what its rules judge is not said to be right");
        Assert.DoesNotContain("La présence est rompue", presence, "nor is it said to be wrong");
        Assert.Contains("(sans vérification de la continuité)", presence);
        var (_, list) = await AskAsync(there, "/situations");
        foreach (var refusedHere in (string[])["Nouvelle situation", "Ajouter une permanence", "Absences et noms des postes"])
        {
            Assert.DoesNotContain(refusedHere, day + list + presence);
        }

        Assert.Contains("Nouvelle situation", (await AskAsync(here, "/situations")).Text);
        Assert.Contains("Ajouter une permanence", (await AskAsync(here, "/presence")).Text);
        var added = await FormUnderTest.OpenAsync(there, "/presence/ajouter?site=pantin", holds: "jour");
        (added["lieu"], added["jour"], added["moment"]) = ("isc/commissariat", "2026-03-02", "morning");
        using (var unsaid = await added.SendAsync(there))
        {
            Assert.Contains("en lecture seule sur ce serveur", WebUtility.HtmlDecode(await unsaid.Content.ReadAsStringAsync()));
        }

        using var refused = await form.SendAsync(there);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, refused.StatusCode, "nothing is saved by rules that are not there, and what was typed is kept");
        Assert.Contains("il ne fait que le lire", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));

        using var administrator = Visitor(second, second.Session(Role.Administrator));
        var (_, page) = await AskAsync(administrator, "/administration/sites");
        Assert.Contains("code absent", page);
        Assert.Contains("ferme ici les formulaires du site", string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("bin/Pantin.dll", page);
        Assert.Contains("celui-ci n’a pas ce fichier", page);
        Assert.Contains("Reçu d’un autre hôte, identifiant dunkerque", page);
        await database.DropAsync();
    }

    [TestMethod]
    public async Task A_situation_that_is_only_read_names_its_place_and_tells_why_it_waits_as_the_lists_do()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        await using var first = await StartAsync(database.ConnectionString);
        await using var second = await StartAsync(database.ConnectionString, beside: first, plugins: "none");
        await UntilAsync(second, catalogue => catalogue.FindReadable("loire") is not null);
        var (cookie, cookies) = (first.Session(Role.Worker, "loire"), new CookieContainer());
        using var here = Visitor(first, cookie, cookies);
        using var there = Visitor(second, cookie, cookies);
        var form = await FormUnderTest.OpenAsync(here, "/situations/nouvelle");
        (form["referred_on"], form["station"], form["unit_priority"], form["person.last_name"]) = ("2026-03-02", "firminy", "yes", "Essai");
        using var saved = await form.SendAsync(here);
        var place = saved.Headers.Location!.OriginalString;

        Assert.Contains("jugée prioritaire par l’unité", (await AskAsync(there, "/saisines")).Text);
        var (_, page) = await AskAsync(there, place);
        Assert.Contains("En lecture seule sur ce serveur", page);
        Assert.DoesNotContain("n’est pas chargé", page);
        Assert.Contains("Commissariat de Firminy · saisine du", page);
        Assert.Contains("À contacter : en retard", page);
        Assert.Contains("Jugée prioritaire par l’unité.", page, "what the rules said where they are is kept beside the situation");
        foreach (var way in (string[])["/entretiens", "/modifier", "/cloture"])
        {
            Assert.DoesNotContain(place + way, page);
            Assert.Contains(place + way, (await AskAsync(here, place)).Text);
        }

        await database.DropAsync();
    }

    [TestMethod]
    public async Task Whoever_asks_a_later_version_that_waits_for_an_earlier_one_to_end_is_told_so()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        var earlier = await StartAsync(database.ConnectionString);
        // As the tables of the version before are: one step is yet to come.
        await database.ExecuteAsync("DROP TABLE sites_use, sites_version; DELETE FROM schema_version WHERE module = 'Sites'");
        var address = FreeAddress();
        var starting = StartAsync(database.ConnectionString, beside: earlier, address: address);

        using var visitor = new HttpClient { BaseAddress = address };
        var (status, page) = await FirstAnswerAsync(visitor, "/saisines");
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("Modular est mis à jour", page);
        Assert.Contains("cette page se rouvre d’elle-même", page);
        Assert.AreEqual(HttpStatusCode.OK, (await AskAsync(visitor, "/health/live")).Status);
        Assert.Contains("wait until hosts of the earlier version have ended", (await AskAsync(visitor, "/health/ready")).Text);
        using var sent = await visitor.PostAsync(new Uri("/situations/nouvelle", UriKind.Relative), new FormUrlEncodedContent([new("name", "Essai")]));
        Assert.Contains("Votre envoi n’a pas été enregistré.", await sent.Content.ReadAsStringAsync());
        Assert.IsFalse(starting.IsCompleted);

        await earlier.DisposeAsync();
        await using var later = await starting;
        Assert.AreEqual(HttpStatusCode.OK, (await AskAsync(visitor, "/connexion")).Status);
        await database.DropAsync();
    }

    [TestMethod]
    public async Task A_database_that_goes_away_is_said_on_the_page_and_to_the_proxy_and_comes_back_by_itself()
    {
        var server = await PostgreSqlTestDatabase.OwnServerAsync();
        await using var host = await StartAsync(server.ConnectionString(await server.CreateDatabaseAsync()));
        using var visitor = Visitor(host, host.Session(Role.Worker, Site));
        Assert.AreEqual(HttpStatusCode.OK, (await AskAsync(visitor, "/health/ready")).Status);

        await server.StopAsync();
        var (status, page) = await AskAsync(visitor, "/saisines");
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("Les données ne répondent pas pour l’instant", page);
        Assert.AreEqual((HttpStatusCode.ServiceUnavailable, true), Told(await AskAsync(visitor, "/health/ready")));
        Assert.AreEqual(HttpStatusCode.OK, (await AskAsync(visitor, "/health/live")).Status);

        await server.LaunchAsync();
        Assert.AreEqual(HttpStatusCode.OK, (await AskAsync(visitor, "/health/ready")).Status);
        Assert.AreEqual(HttpStatusCode.OK, (await AskAsync(visitor, "/saisines")).Status);

        static (HttpStatusCode, bool) Told((HttpStatusCode Status, string Text) answer) =>
            (answer.Status, answer.Text.Contains("database: Unhealthy. The database does not answer.", StringComparison.Ordinal));
    }

    private static async Task UntilAsync(HostUnderTest host, Func<ISiteCatalogue, bool> holds)
    {
        var (catalogue, reached) = (host.Services.GetRequiredService<ISiteCatalogue>(), new TaskCompletionSource());
        void Look() => _ = holds(catalogue) && reached.TrySetResult();
        catalogue.Changed += Look;
        Look();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(10));
        catalogue.Changed -= Look;
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private static async Task<(HttpStatusCode Status, string Text)> FirstAnswerAsync(HttpClient visitor, string path)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await pulse.WaitForNextTickAsync())
        {
            try
            {
                return await AskAsync(visitor, path);
            }
            catch (HttpRequestException)
            {
                // Nobody listens there yet.
            }
        }

        throw new InvalidOperationException("The pulse has ended.");
    }

    /// <param name="plugins">A folder beside the data of the host; null for the project's.</param>
    private static Task<HostUnderTest> StartAsync(string connectionString, HostUnderTest? beside = null, string? plugins = null, Uri? address = null)
    {
        var folder = Directory.CreateTempSubdirectory("modular-host-").FullName;
        if (beside is not null)
        {
            Directory.CreateDirectory(Path.Combine(folder, "keys"));
            File.Copy(Path.Combine(beside.DataFolder, "keys", "database.key"), Path.Combine(folder, "keys", "database.key"));
        }

        return HostUnderTest.StartAsync(
            options => options with
            {
                Urls = address?.ToString() ?? options.Urls,
                PluginsFolder = plugins is null ? Path.Combine(Configuration.Home, "plugins") : Path.Combine(folder, plugins),
                Settings = new Dictionary<string, string?> { ["ConnectionStrings:Modular"] = connectionString },
            },
            folder);
    }

    private static HttpClient Visitor(HostUnderTest host, Cookie session, CookieContainer? cookies = null)
    {
        cookies ??= new CookieContainer();
        cookies.Add(host.Address, new Cookie(session.Name, session.Value));
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = host.Address };
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
