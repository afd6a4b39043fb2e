using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Modular.Access;

namespace Modular.Host.Tests.Situations;

[TestClass]
public sealed class PostedFormsTests
{
    private const string New = "/situations/nouvelle";

    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartWithSitesAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    public async Task A_page_sent_twice_is_one_situation_and_what_was_added_meanwhile_is_kept()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        form["note"] = "d’abord";
        var first = await PlaceAsync(form, client);
        form["note"] = "d’abord, puis davantage";
        Assert.AreEqual(first, await PlaceAsync(form, client));
        Assert.AreEqual("d’abord, puis davantage", (await FormUnderTest.OpenAsync(client, first + "/modifier"))["note"]);
    }

    [TestMethod]
    public async Task Going_back_to_a_page_that_was_saved_leads_to_what_was_saved()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        var place = await PlaceAsync(form, client);
        var contact = await ContactAsync(client, place);
        await PlaceAsync(contact, client);

        foreach (var page in (string[])[form.Address, contact.Address])
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            Assert.AreEqual(place, answer.Headers.Location?.OriginalString, page);
        }
    }

    [TestMethod]
    public async Task A_page_under_the_identifier_of_another_sites_situation_shows_and_changes_nothing_of_it()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var place = await PlaceAsync(await FormUnderTest.OpenAsync(client, New), client);
        using var stranger = s_host.SignedIn(Role.Worker, "loire");
        var form = await FormUnderTest.OpenAsync(stranger, $"{New}?fiche={place.Split('/')[^1]}");
        using var answer = await form.SendAsync(stranger);
        Assert.AreNotEqual(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [TestMethod]
    public async Task A_contact_is_no_closing_whatever_is_posted()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var place = await PlaceAsync(await FormUnderTest.OpenAsync(client, New), client);
        var contact = await ContactAsync(client, place);
        contact["note"] = "Entretien gardé";
        await PlaceAsync(contact, client);

        var closing = await FormUnderTest.OpenAsync(client, place + "/cloture");
        (closing["_id"], closing["_version"], closing["reason"]) = (contact["_id"], "1", "autre");
        using var refused = await closing.SendAsync(client);

        Assert.AreNotEqual(HttpStatusCode.Redirect, refused.StatusCode);
        StringAssert.Contains(await client.GetStringAsync(new Uri(place, UriKind.Relative)), "Entretien gardé");
    }

    [TestMethod]
    public async Task An_entry_of_another_situation_is_not_taken_over()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var one = await PlaceAsync(await FormUnderTest.OpenAsync(client, New), client);
        var other = await PlaceAsync(await FormUnderTest.OpenAsync(client, New), client);
        var contact = await ContactAsync(client, one);
        await PlaceAsync(contact, client);
        var crafted = await ContactAsync(client, other);
        crafted["_id"] = contact["_id"];
        using var answer = await crafted.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [TestMethod]
    public async Task Nothing_happens_long_before_the_referral()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var place = await PlaceAsync(await FormUnderTest.OpenAsync(client, New), client);
        var contact = await ContactAsync(client, place);
        contact["on"] = "2020-01-01";
        using var answer = await contact.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        StringAssert.Contains(await answer.Content.ReadAsStringAsync(), "Cette date précède de trop la saisine");
    }

    [TestMethod]
    [DataRow("remove:a[")]
    [DataRow("remove:orientations[")]
    [DataRow("remove:[]")]
    [DataRow("add:")]
    public async Task An_action_that_makes_no_sense_shows_the_page_again(string action)
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        using var answer = await (await FormUnderTest.OpenAsync(client, New)).SendAsync(client, action);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [TestMethod]
    public async Task A_field_of_any_name_is_no_failure_of_ours()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        form["orientations[0"] = "x";
        using var answer = await form.SendAsync(client);
        Assert.IsLessThan(500, (int)answer.StatusCode);
    }

    [TestMethod]
    [DataRow("application/json", 415)]
    [DataRow("text/plain", 415)]
    public async Task What_is_no_form_is_refused(string type, int status)
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        using var answer = await client.PostAsync(new Uri(New, UriKind.Relative), new StringContent("{}", Encoding.UTF8, type));
        Assert.AreEqual(status, (int)answer.StatusCode);
        StringAssert.Contains(await answer.Content.ReadAsStringAsync(), "La demande n’a pas été comprise");
    }

    [TestMethod]
    [DataRow("/bilans/dunkerque/annuel")]
    [DataRow("/bilans/loire/annuel")]
    [DataRow("/aide")]
    public async Task A_page_without_a_form_takes_no_post(string page)
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        using var answer = await client.PostAsync("/aide", [], page);
        Assert.AreEqual(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [TestMethod]
    public async Task A_text_that_is_far_too_long_is_said_to_be_so()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        form["note"] = new string('x', 5_000_000);
        using var answer = await form.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        StringAssert.Contains(await answer.Content.ReadAsStringAsync(), "trop volumineux");
    }

    [TestMethod]
    public async Task A_request_longer_than_the_server_reads_gets_the_same_page()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        // A browser would read the answer while it still sends; here the length alone is sent first.
        client.DefaultRequestHeaders.ExpectContinue = true;
        form["note"] = new string('x', 31_000_000);
        using var answer = await form.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        StringAssert.Contains(await answer.Content.ReadAsStringAsync(), "trop volumineux");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("/modifier")]
    [DataRow("/entretiens")]
    [DataRow("/danger")]
    [DataRow("/cloture")]
    public async Task Enter_in_a_field_presses_the_first_button_which_saves(string page)
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var address = page.Length == 0 ? New : await PlaceAsync(await FormUnderTest.OpenAsync(client, New), client) + page;
        using var opened = await client.GetAsync(new Uri((await FormUnderTest.OpenAsync(client, address)).Address, UriKind.Relative));
        var buttons = new HtmlParser().ParseDocument(await opened.Content.ReadAsStringAsync()).QuerySelectorAll("form.generated button:not([type=button])");
        Assert.AreEqual("save", buttons[0].GetAttribute("value"));
        Assert.AreEqual(("true", "-1"), (buttons[0].GetAttribute("aria-hidden"), buttons[0].GetAttribute("tabindex")), "It is there for Enter alone.");
    }

    [TestMethod]
    public async Task A_character_that_no_form_can_hold_is_said_to_be_so()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        var form = await FormUnderTest.OpenAsync(client, New);
        form["note"] = "avant\0après";
        using var answer = await form.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        StringAssert.Contains(await answer.Content.ReadAsStringAsync(), "ce que vous avez tapé y est encore");
    }

    [TestMethod]
    public async Task The_same_character_is_refused_in_a_form_of_several_parts_and_in_an_address()
    {
        using var client = s_host.SignedIn(Role.Worker, "dunkerque");
        using var parts = new MultipartFormDataContent { { new StringContent("avant\0après"), "note" } };
        using var posted = await client.PostAsync(new Uri(New, UriKind.Relative), parts);
        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, posted.StatusCode);

        foreach (var address in (string[])["/situations?poste=a%00b", "/situations?a%00b=1"])
        {
            using var asked = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.AreEqual(HttpStatusCode.BadRequest, asked.StatusCode, address);
            Assert.Contains("<main", await asked.Content.ReadAsStringAsync(), "a page in French says so");
        }
    }

    [TestMethod]
    public async Task Nobody_is_sent_to_another_host()
    {
        using var client = s_host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(s_host.Address.AbsoluteUri.TrimEnd('/') + "//ailleurs.exemple/x"));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await client.SendAsync(request);
        Assert.DoesNotContain("url=//", await answer.Content.ReadAsStringAsync());
        Assert.IsFalse(answer.Headers.Location?.OriginalString.StartsWith("//", StringComparison.Ordinal) ?? false);
    }

    private static async Task<FormUnderTest> ContactAsync(HttpClient client, string place)
    {
        var contact = await FormUnderTest.OpenAsync(client, place + "/entretiens");
        (contact["kind"], contact["reached"]) = ("telephone", "yes");
        return contact;
    }

    private static async Task<string> PlaceAsync(FormUnderTest form, HttpClient client)
    {
        using var answer = await form.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }
}
