using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Host.Composition;

namespace Modular.Host.Tests.Presence;

/// <summary>Now is Friday 27 November 2026, noon. No script runs: what works here works with JavaScript off.</summary>
[TestClass]
public sealed partial class Pages
{
    private const string Week = "/presence?semaine=2026-W48&site=haute-marne";
    private const string MondayMorning = "haute-marne/poste-1/saint-dizier/2026-11-23/morning";

    [TestMethod]
    public async Task Week_shows_who_is_where_and_what_is_promised()
    {
        await using var host = await StartAsync();
        using var coordinator = host.SignedIn(Role.Coordinator, "haute-marne");

        var page = await ReadAsync(coordinator, Week);

        Assert.Contains("Présence · semaine 48", page);
        Assert.Contains("23–29 novembre 2026", page);
        Assert.AreEqual(20, Slots().Count(page));
        Assert.Contains("personne ne manque", page);
    }

    [TestMethod]
    public async Task Several_past_half_days_are_noted_held_at_once()
    {
        await using var host = await StartAsync();
        using var worker = host.SignedIn(Role.Worker, "haute-marne");

        await PostAsync(worker, Week, Week, ("tenue", $"0@{MondayMorning}"), ("tenue", "0@haute-marne/poste-1/saint-dizier/2026-11-23/afternoon"));

        var page = await ReadAsync(worker, Week);
        Assert.Contains("tenues <strong>2</strong>", page);
        Assert.Contains("2 demi-journées notées tenues.", page);
    }

    [TestMethod]
    public async Task Half_day_is_replaced_moved_added_given_up_and_taken_back()
    {
        await using var host = await StartAsync();
        using var coordinator = host.SignedIn(Role.Coordinator, "haute-marne");
        string Form(string handler) => $"/presence/permanence?handler={handler}&id={Uri.EscapeDataString(MondayMorning)}";
        var half = $"/presence/permanence?id={Uri.EscapeDataString(MondayMorning)}";

        await PostAsync(coordinator, half, Form("Remplacer"), ("revision", "0"), ("nom", "Camille Exemple"));
        Assert.Contains("par Camille Exemple", await ReadAsync(coordinator, Week));
        Assert.DoesNotContain("Camille", await ReadAsync(host.Visitor(), "/presence/haute-marne.ics"));

        await PostAsync(coordinator, half, Form("NonAssuree"), ("revision", "1"), ("motif", "illness"));
        Assert.Contains("personne lundi 23 novembre, matin", await ReadAsync(coordinator, Week));

        await PostAsync(coordinator, half, Form("Deplacer"), ("revision", "2"), ("jour", "2026-11-28"), ("moment", "hours"), ("de", "10:00"), ("a", "11:30"));
        var moved = await ReadAsync(coordinator, Week);
        Assert.Contains("au samedi 28 novembre", moved);
        Assert.Contains("de 10\u00a0h à 11\u00a0h\u00a030", moved);

        await PostAsync(coordinator, half, Form("Revenir"), ("revision", "3"));
        Assert.DoesNotContain("samedi 28 novembre", await ReadAsync(coordinator, Week));

        await PostAsync(
            coordinator,
            "/presence/ajouter?site=haute-marne",
            "/presence/ajouter?site=haute-marne",
            ("lieu", "poste-3/andelot"),
            ("jour", "2026-11-28"),
            ("moment", "morning"));
        Assert.Contains("ajoutée", await ReadAsync(coordinator, Week));
    }

    [TestMethod]
    public async Task The_report_plans_what_the_page_plans_when_one_half_day_is_moved_and_nobody_comes_to_another()
    {
        await using var host = await StartAsync();
        using var coordinator = host.SignedIn(Role.Coordinator, "haute-marne");
        string Address(string occurrence, string handler = "") => $"/presence/permanence?{handler}id={Uri.EscapeDataString(occurrence)}";
        const string Wednesday = "haute-marne/poste-1/saint-dizier/2026-11-25/morning";
        await PostAsync(
            coordinator, Address(MondayMorning), Address(MondayMorning, "handler=Deplacer&"), ("revision", "0"), ("jour", "2026-11-24"), ("moment", "morning"));
        await PostAsync(coordinator, Address(Wednesday), Address(Wednesday, "handler=NonAssuree&"), ("revision", "0"), ("motif", "illness"));

        Assert.Contains("prévues <strong>19</strong>", await ReadAsync(coordinator, Week));
        using var report = JsonDocument.Parse(await coordinator.GetStringAsync("/bilans/haute-marne/presence?periode=2026-W48&format=json"));
        Assert.AreEqual(19, report.RootElement.GetProperty("figures").GetProperty("planned").GetProperty("value").GetInt32());
    }

    [TestMethod]
    public async Task The_poster_of_a_continuous_cover_tells_of_the_duty_by_telephone()
    {
        await using var host = await StartAsync();
        Assert.Contains("jour et nuit, jours fériés compris", await ReadAsync(host.SignedIn(Role.Coordinator, "loire"), "/presence/loire/affiche"));
        Assert.DoesNotContain("jour et nuit", await ReadAsync(host.Visitor(), "/presence/haute-marne/affiche"));
    }

    [TestMethod]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_is_kept()
    {
        await using var host = await StartAsync();
        using var coordinator = host.SignedIn(Role.Coordinator, "haute-marne");

        using var answer = await SendAsync(
            coordinator, "/presence/ajouter?site=haute-marne", "/presence/ajouter?site=haute-marne", ("lieu", "poste-3/andelot"),
            ("jour", "2026-11-28"), ("moment", "hours"), ("de", "10:00"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Indiquez l’heure du début et celle de la fin", page);
        Assert.Contains("value=\"10:00\"", page);
        Assert.Contains("value=\"poste-3/andelot\" selected", page);
    }

    [TestMethod]
    public async Task Second_of_two_who_saw_the_same_half_day_is_told()
    {
        await using var host = await StartAsync();
        using var coordinator = host.SignedIn(Role.Coordinator, "haute-marne");
        var half = $"/presence/permanence?id={Uri.EscapeDataString(MondayMorning)}";
        await PostAsync(coordinator, half, $"{half}&handler=Tenue", ("revision", "0"));

        using var answer = await SendAsync(coordinator, half, $"{half}&handler=Annuler", ("revision", "0"), ("motif", "leave"));

        Assert.Contains("entre-temps", await answer.Content.ReadAsStringAsync());
        Assert.Contains("tenues <strong>1</strong>", await ReadAsync(coordinator, Week));
    }

    [TestMethod]
    public async Task Absence_and_name_of_a_post_show_in_the_week_and_only_the_coordinator_names()
    {
        await using var host = await StartAsync();
        using var coordinator = host.SignedIn(Role.Coordinator, "haute-marne");
        using var worker = host.SignedIn(Role.Worker, "haute-marne");
        const string Posts = "/presence/postes?site=haute-marne";

        await PostAsync(worker, Posts, $"{Posts}&handler=Absence", ("poste", "poste-2"), ("du", "2026-11-23"), ("au", "2026-11-24"), ("motif", "leave"));
        await PostAsync(coordinator, Posts, $"{Posts}&handler=Nommer", ("poste", "poste-1"), ("nom", "Camille Exemple"), ("du", "2026-11-01"));
        using var refused = await SendAsync(worker, Posts, $"{Posts}&handler=Nommer", ("poste", "poste-1"), ("nom", "Dominique Exemple"), ("du", "2026-11-01"));

        var page = await ReadAsync(coordinator, Week);
        Assert.AreEqual(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Camille Exemple", page);
        Assert.Contains("absence du lundi 23 novembre au mardi 24 novembre (congé)", page);
        Assert.Contains("Commissariat de Chaumont\u202f: 3 permanences que personne n’assure, de lundi 23 novembre à mardi 24 novembre.", page);
    }

    [TestMethod]
    [DataRow(Week)]
    [DataRow("/presence/permanence?id=haute-marne%2Fposte-1%2Fsaint-dizier%2F2026-11-23%2Fmorning")]
    [DataRow("/presence/ajouter?site=haute-marne")]
    [DataRow("/presence/postes?site=haute-marne")]
    public async Task Another_site_s_team_and_the_administrator_are_refused(string address)
    {
        await using var host = await StartAsync();
        using var other = host.SignedIn(Role.Coordinator, "pantin");
        using var administrator = host.SignedIn(Role.Administrator);

        Assert.AreEqual(HttpStatusCode.Forbidden, (await other.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        Assert.AreEqual(HttpStatusCode.Forbidden, (await administrator.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
    }

    [TestMethod]
    public async Task Crafted_post_marks_nothing_of_another_site()
    {
        await using var host = await StartAsync();
        using var other = host.SignedIn(Role.Coordinator, "pantin");
        using var own = host.SignedIn(Role.Coordinator, "haute-marne");

        using var forged = await SendAsync(other, "/presence?site=pantin", "/presence?site=pantin", ("tenue", $"0@{MondayMorning}"));
        using var refused = await SendAsync(
            other, "/presence?site=pantin", $"/presence/permanence?handler=Tenue&id={Uri.EscapeDataString(MondayMorning)}", ("revision", "0"));

        Assert.AreEqual(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("tenues <strong>0</strong>", await ReadAsync(own, Week));
    }

    [TestMethod]
    public async Task Poster_says_the_usual_week_in_words()
    {
        await using var host = await StartAsync();

        var page = await ReadAsync(host.Visitor(), "/presence/haute-marne/affiche?implantation=chaumont");

        Assert.Contains("toute la journée", page);
        Assert.Contains("Pas de permanence sur place les jours fériés.", page);
        Assert.DoesNotContain("Joinville", page);
    }

    [TestMethod]
    public async Task Cards_say_when_and_where_and_nothing_of_why()
    {
        await using var host = await StartAsync();

        var page = await ReadAsync(host.Visitor(), "/presence/haute-marne/carte?implantation=chaumont");

        Assert.HasCount(10, page.Split("class=\"card\"").Skip(1));
        Assert.Contains("Commissariat de Chaumont", page);
        Assert.DoesNotContain("Joinville", page);
        Assert.DoesNotContain("victime", page[page.IndexOf("class=\"cards\"", StringComparison.Ordinal)..page.IndexOf("<footer", StringComparison.Ordinal)]);
    }

    private static Task<HostUnderTest> StartAsync() => HostUnderTest.StartAsync(options => options with
    {
        PluginsFolder = Path.Combine(Configuration.Home, "plugins"),
        Services = services => services.AddSingleton<TimeProvider>(new FridayNoon()),
    });

    private static async Task<string> ReadAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative)));

    private static async Task PostAsync(HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(client, page, address, fields);
        Assert.AreEqual(HttpStatusCode.Found, answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(new Uri(page, UriKind.Relative))).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(
            [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""class="slot"[^>]*>""")]
    private static partial Regex Slots();

    private sealed class FridayNoon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 27, 11, 0, 0, TimeSpan.Zero);
    }
}
