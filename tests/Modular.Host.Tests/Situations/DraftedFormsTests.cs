using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Host.Intake;
using Modular.Sites;

namespace Modular.Host.Tests.Situations;

/// <summary>Every form of every site, filled to the brim.</summary>
[TestClass]
public sealed class DraftedFormsTests
{
    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartWithSitesAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    [DataRow("loire", false)]
    [DataRow("loire", true)]
    [DataRow("haute-marne", false)]
    [DataRow("haute-marne", true)]
    [DataRow("pantin", false)]
    [DataRow("pantin", true)]
    [DataRow("dunkerque", false)]
    [DataRow("dunkerque", true)]
    public async Task Comes_back_as_it_was_typed_every_kind_of_field_rows_and_special_answers(string id, bool special)
    {
        using var client = s_host.SignedIn(Role.Worker, id);
        var site = s_host.Services.GetRequiredService<ISiteCatalogue>().Find(id)!;
        var form = await FormUnderTest.OpenAsync(client, "/situations/nouvelle");
        form["station"] = site.Definition.Stations[0].Id;
        using var saved = await form.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.Redirect, saved.StatusCode, await saved.Content.ReadAsStringAsync());
        var place = saved.Headers.Location!.OriginalString;
        var steps = new[] { EntryKind.Contact, EntryKind.Danger, EntryKind.Closing }.Where(step => site.Forms.ContainsKey(step.Form));
        foreach (var page in (string[])["/situations/nouvelle", place + "/modifier", .. steps.Select(step => $"{place}/{step.Address}")])
        {
            IDocument document = await OpenAsync(client, page);
            var address = document.QuerySelector("form.generated")!.GetAttribute("action")!;
            foreach (var group in document.QuerySelectorAll("button[value^='add:']").Select(button => button.GetAttribute("value")!).ToList())
            {
                using var grown = await SendAsync(client, address, Sent(document), group);
                document = new HtmlParser().ParseDocument(await grown.Content.ReadAsStringAsync());
            }

            Fill(document, special);
            var typed = Sent(document);
            using var kept = await SendAsync(client, address, typed, "draft");
            Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode, $"{page}: {await kept.Content.ReadAsStringAsync()}");

            var again = Sent(await OpenAsync(client, address));
            CollectionAssert.AreEqual(Answers(typed), Answers(again), page);
            Assert.IsGreaterThan(3, Answers(typed).Count, page);
        }
    }

    private static async Task<IDocument> OpenAsync(HttpClient client, string page) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(page, UriKind.Relative)));

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string address, IEnumerable<(string Name, string Value)> fields, string action) =>
        client.PostAsync(
            new Uri(address, UriKind.Relative),
            new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("_action", action)]));

    /// <param name="special">Whether « ne sait pas » and its kind are answered where they can be.</param>
    private static void Fill(IDocument document, bool special)
    {
        var form = document.QuerySelector("form.generated")!;
        foreach (var field in form.QuerySelectorAll("input, textarea, select"))
        {
            switch (field)
            {
                case IHtmlTextAreaElement area:
                    area.Value = string.Concat(Enumerable.Repeat("é<&\"'’\n", 1_430))[..10_000];
                    break;
                case IHtmlSelectElement select:
                    select.Options[special ? select.Options.Length - 1 : 1].IsSelected = true;
                    break;
                case IHtmlInputElement { Type: "hidden" }:
                    break;
                case IHtmlInputElement { Type: "radio" } radio:
                    // The last one that is marked counts.
                    radio.IsChecked = radio.Value.Length > 0 && (special || !radio.Value.StartsWith('~'));
                    break;
                case IHtmlInputElement { Type: "checkbox" } box:
                    box.IsChecked = (box.Name!.EndsWith('~') || box.Value.StartsWith('~')) == special;
                    break;
                case IHtmlInputElement input:
                    input.Value = special && form.QuerySelector($"input[name='{input.Name}~']") is not null ? "" : input.Type switch
                    {
                        "date" => "2024-02-29",
                        "time" => "23:59",
                        _ => " " + new string('é', 198) + " ",
                    };
                    break;
            }
        }
    }

    /// <summary>What a browser would send.</summary>
    private static List<(string Name, string Value)> Sent(IDocument document)
    {
        var sent = new List<(string, string)>();
        foreach (var field in document.QuerySelector("form.generated")!.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            switch (field)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    sent.Add((input.Name!, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    sent.Add((area.Name!, area.Value.ReplaceLineEndings("\r\n")));
                    break;
                case IHtmlSelectElement select:
                    sent.Add((select.Name!, select.Value ?? ""));
                    break;
            }
        }

        return sent;
    }

    private static List<(string Name, string Value)> Answers(List<(string Name, string Value)> sent) => [.. sent.Where(field => !field.Name.StartsWith('_'))];
}
