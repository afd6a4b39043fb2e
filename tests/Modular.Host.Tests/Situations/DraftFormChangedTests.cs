using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Sites;
using Modular.Sites.Making;

namespace Modular.Host.Tests.Situations;

/// <summary>A question is taken out of a form while somebody's answer to it stands in a draft.</summary>
[TestClass]
public sealed class DraftFormChangedTests
{
    private const string Typed = "Ne pas appeler le <soir>";

    [TestMethod]
    public async Task What_was_typed_into_a_question_that_is_gone_is_shown_and_kept_until_it_is_taken_up()
    {
        await using var host = await HostUnderTest.StartAsync();
        var plugins = Path.Combine(host.DataFolder, "no-plugins");
        await SiteAwayTests.UntilAsync(host, isThere: true, () => SiteMaker.Make("saint-omer", "Saint-Omer", plugins));
        using var client = host.SignedIn(Role.Worker, "saint-omer");
        using var first = await (await FormUnderTest.OpenAsync(client, "/situations/nouvelle")).SendAsync(client);
        var saved = first.Headers.Location!.OriginalString;
        var pages = new[] { (await FormUnderTest.OpenAsync(client, "/situations/nouvelle")).Address, saved + "/modifier" };
        foreach (var page in pages)
        {
            await KeptAsync(client, page, form => form["precaution"] = Typed);
        }

        var open = await FormUnderTest.OpenAsync(client, pages[1]);
        await RenamedAsync(host, plugins);

        foreach (var (page, label) in pages.Zip(["precaution", "Autre précaution"]))
        {
            Assert.AreEqual((label, Typed), await ShownAsync(client, page));
            await KeptAsync(client, page, form => form["note"] = "continué");
            Assert.AreEqual((label, Typed), await ShownAsync(client, page), "What is typed next does not take its place.");

            var form = await FormUnderTest.OpenAsync(client, page);
            using var refused = await form.SendAsync(client);
            Assert.AreEqual(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            StringAssert.Contains(await refused.Content.ReadAsStringAsync(), "href=\"#_taken_up\"");
            Assert.AreEqual((label, Typed), await ShownAsync(client, page));
        }

        // A page that stood open all the while.
        using var late = await open.SendAsync(client);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.AreEqual(("Autre précaution", Typed), Shown(await late.Content.ReadAsStringAsync()));

        foreach (var page in pages)
        {
            var form = await FormUnderTest.OpenAsync(client, page);
            form["_taken_up"] = "yes";
            using var done = await form.SendAsync(client);
            Assert.AreEqual(HttpStatusCode.Redirect, done.StatusCode, await done.Content.ReadAsStringAsync());
        }

        Assert.IsEmpty((await DraftsOfDay.ReadAsync(client)).Ids);
    }

    private static async Task KeptAsync(HttpClient client, string page, Action<FormUnderTest> type)
    {
        var form = await FormUnderTest.OpenAsync(client, page);
        type(form);
        using var kept = await form.SendAsync(client, "draft");
        Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode, await kept.Content.ReadAsStringAsync());
    }

    private static async Task<(string Label, string Text)> ShownAsync(HttpClient client, string page) =>
        Shown(await client.GetStringAsync(new Uri(page, UriKind.Relative)));

    private static (string Label, string Text) Shown(string html)
    {
        var notice = new HtmlParser()
            .ParseDocument(html)
            .QuerySelector(".notice:has(#_taken_up)") ?? throw new AssertFailedException("Nothing is said of a question that is gone.");
        return (notice.QuerySelector("dt")!.TextContent, notice.QuerySelector("dd")!.TextContent);
    }

    private static async Task RenamedAsync(HostUnderTest host, string plugins)
    {
        var sites = host.Services.GetRequiredService<ISiteCatalogue>();
        var done = new TaskCompletionSource();
        sites.Changed += () =>
        {
            if (sites.Find("saint-omer")?.Forms["situation"].Fields.Any(field => field.Id == "other_precaution") == true)
            {
                done.TrySetResult();
            }
        };
        var file = Path.Combine(plugins, "SaintOmer", "forms", "situation.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"precaution\"", "\"other_precaution\"", StringComparison.Ordinal));
        await done.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
