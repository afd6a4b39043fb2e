using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Modular.Access;

namespace Modular.Host.Tests.Situations;

/// <summary>What is typed and not saved yet: kept every few seconds, found again, and gone once it has served.</summary>
[TestClass]
public sealed class DraftTests
{
    private const string New = "/situations/nouvelle";

    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartWithSitesAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    public async Task What_is_being_typed_is_found_again_on_the_day_page_and_opens_as_it_was_judged_by_nobody()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        (form["person.last_name"], form["note"], form["referred_on"]) = ("Essai-Interrompu", "Elle doit rappeler ", "2199-01-01");
        using var kept = await form.SendAsync(client, "draft");
        Assert.AreEqual("application/json", kept.Content.Headers.ContentType?.MediaType);
        StringAssert.StartsWith(await SaidAsync(kept, "kept"), "à\u00a0");

        var day = await DayAsync(client);
        Assert.HasCount(1, day.Titles);
        StringAssert.StartsWith(day.Titles[0], "Nouvelle situation, brouillon commencé à");
        Assert.AreEqual(form.Address, day.Addresses[0]);

        var page = await client.GetStringAsync(new Uri(day.Addresses[0], UriKind.Relative));
        StringAssert.Contains(page, "Vous aviez commencé à");
        Assert.DoesNotContain("class=\"error\"", page);
        var again = await FormUnderTest.OpenAsync(client, day.Addresses[0]);
        Assert.AreEqual(("Essai-Interrompu", "Elle doit rappeler ", "2199-01-01"), (again["person.last_name"], again["note"], again["referred_on"]));
    }

    [TestMethod]
    public async Task A_draft_is_gone_once_its_page_is_saved()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        form["note"] = "commencé";
        await KeptAsync(form, client);
        var place = await PlaceAsync(form, client);
        Assert.IsEmpty((await DayAsync(client)).Titles);

        foreach (var address in (string[])[place + "/modifier", place + "/entretiens", place + "/danger", place + "/cloture"])
        {
            var page = await FormUnderTest.OpenAsync(client, address);
            await KeptAsync(page, client);
            Assert.HasCount(1, (await DayAsync(client)).Titles, address);
            if (address.EndsWith("entretiens", StringComparison.Ordinal))
            {
                (page["kind"], page["reached"]) = ("telephone", "yes");
            }

            using var left = await page.SendAsync(client, address.EndsWith("cloture", StringComparison.Ordinal) ? "abandon" : "save");
            Assert.AreEqual(HttpStatusCode.Redirect, left.StatusCode, $"{address} {await left.Content.ReadAsStringAsync()}");
            Assert.AreEqual(place, left.Headers.Location!.OriginalString);
            Assert.IsEmpty((await DayAsync(client)).Titles, address);
        }
    }

    [TestMethod]
    public async Task Without_a_script_a_page_is_kept_for_later_and_taken_up_again()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var place = await PlaceAsync(await FormUnderTest.OpenAsync(client, New), client);
        var contact = await FormUnderTest.OpenAsync(client, place + "/entretiens");
        contact["note"] = "Au milieu d’une phrase,";
        using var kept = await contact.SendAsync(client, "keep");
        Assert.AreEqual("/", kept.Headers.Location?.OriginalString);
        StringAssert.Contains(await client.GetStringAsync(new Uri("/", UriKind.Relative)), "Le brouillon est gardé.");
        var day = await DayAsync(client);
        StringAssert.Matches(day.Titles.Single(), new(@"^Entretien, situation 20\d\d-\d+, brouillon commencé à"));
        Assert.AreEqual("Au milieu d’une phrase,", (await FormUnderTest.OpenAsync(client, day.Addresses[0]))["note"]);
    }

    [TestMethod]
    public async Task A_page_that_is_refused_or_gets_a_row_is_kept_as_it_stands()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var place = await PlaceAsync(await FormUnderTest.OpenAsync(client, New), client);
        var contact = await FormUnderTest.OpenAsync(client, place + "/entretiens");
        (contact["on"], contact["kind"], contact["reached"]) = ("2199-01-01", "telephone", "yes");
        using var refused = await contact.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var grown = await contact.SendAsync(client, "add:orientations");
        StringAssert.Contains(await grown.Content.ReadAsStringAsync(), "Brouillon enregistré");
        var page = await client.GetStringAsync(new Uri((await DayAsync(client)).Addresses.Single(), UriKind.Relative));
        StringAssert.Contains(page, "id=\"orientations[1]\"");
        StringAssert.Contains(page, "2199-01-01");
    }

    [TestMethod]
    public async Task A_draft_is_abandoned_from_the_day_page_by_a_post_alone()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        await KeptAsync(await FormUnderTest.OpenAsync(client, New), client);
        var id = (await DayAsync(client)).Ids.Single();
        foreach (var address in (string[])[$"/?handler=Abandonner&brouillon={id}", $"/?brouillon={id}"])
        {
            using var looked = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.HasCount(1, (await DayAsync(client)).Ids);
        }

        using var gone = await client.PostAsync("/", [("brouillon", id)], "/?handler=Abandonner");
        Assert.AreEqual("/", gone.Headers.Location?.OriginalString);
        Assert.IsEmpty((await DayAsync(client)).Ids);
    }

    [TestMethod]
    public async Task Somebody_elses_change_meanwhile_is_shown_beside_the_draft_when_it_is_saved()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        using var colleague = s_host.SignedIn(Role.Worker, "dunkerque");
        var place = await PlaceAsync(await FormUnderTest.OpenAsync(client, New), client);
        var mine = await FormUnderTest.OpenAsync(client, place + "/modifier");
        mine["note"] = "Mon texte";
        await KeptAsync(mine, client);
        var theirs = await FormUnderTest.OpenAsync(colleague, place + "/modifier");
        theirs["note"] = "Le texte de la collègue";
        await PlaceAsync(theirs, colleague);

        var resumed = await FormUnderTest.OpenAsync(client, (await DayAsync(client)).Addresses.Single());
        Assert.AreEqual("Mon texte", resumed["note"]);
        using var both = await resumed.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.Conflict, both.StatusCode);
        var page = await both.Content.ReadAsStringAsync();
        StringAssert.Contains(page, "Mon texte");
        StringAssert.Contains(page, "Le texte de la collègue");
    }

    [TestMethod]
    public async Task In_two_tabs_of_one_page_the_last_that_typed_counts_and_what_the_other_saved_is_changed()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var one = await FormUnderTest.OpenAsync(client, New);
        var two = await FormUnderTest.OpenAsync(client, one.Address);
        (one["note"], two["note"]) = ("premier", "second");
        await Task.WhenAll(KeptAsync(one, client), KeptAsync(two, client));
        await KeptAsync(two, client);
        Assert.AreEqual("second", (await FormUnderTest.OpenAsync(client, one.Address))["note"]);

        var place = await PlaceAsync(one, client);
        await KeptAsync(two, client);
        var day = await DayAsync(client);
        Assert.AreEqual(place + "/modifier", day.Addresses.Single());
        var resumed = await FormUnderTest.OpenAsync(client, day.Addresses[0]);
        Assert.AreEqual("second", resumed["note"]);
        Assert.AreEqual(place, await PlaceAsync(resumed, client));
        Assert.IsEmpty((await DayAsync(client)).Addresses);
    }

    [TestMethod]
    public async Task A_session_that_is_over_is_told_to_the_script_as_such()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        using var nobody = s_host.Visitor();
        nobody.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "empty");
        nobody.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await form.SendAsync(nobody, "draft");
        Assert.AreEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [TestMethod]
    public async Task A_draft_that_is_too_long_is_refused_in_words_and_so_is_one_too_many()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        form["note"] = new string('é', 140_000);
        using var tooLong = await form.SendAsync(client, "draft");
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        StringAssert.Contains(await SaidAsync(tooLong, "refused"), "trop long");
        using var page = await form.SendAsync(client, "keep");
        StringAssert.Contains(WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), "Le brouillon n’est pas enregistré");

        for (var kept = 0; kept < 50; kept++)
        {
            form = await FormUnderTest.OpenAsync(client, New);
            await KeptAsync(form, client);
        }

        await KeptAsync(form, client);
        using var tooMany = await (await FormUnderTest.OpenAsync(client, New)).SendAsync(client, "draft");
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, tooMany.StatusCode);
        StringAssert.Contains(await SaidAsync(tooMany, "refused"), "vous en avez déjà 50");
    }

    private static async Task KeptAsync(FormUnderTest form, HttpClient client)
    {
        using var answer = await form.SendAsync(client, "draft");
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> PlaceAsync(FormUnderTest form, HttpClient client)
    {
        using var answer = await form.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<string> SaidAsync(HttpResponseMessage answer, string name) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty(name).GetString()!;

    private static Task<DraftsOfDay> DayAsync(HttpClient client) => DraftsOfDay.ReadAsync(client);
}
