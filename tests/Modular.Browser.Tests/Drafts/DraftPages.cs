using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Host.Tests;

namespace Modular.Browser.Tests.Drafts;

/// <summary>What somebody who types sees of drafts.</summary>
[TestClass]
public sealed partial class DraftPages
{
    private static readonly string[] Typed = ["Essai-Brouillon", "Elle attend devant le bureau"];

    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartWithSitesAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    public async Task What_is_typed_is_kept_beside_the_button_without_taking_the_focus_or_staying_in_the_browser()
    {
        await using var visit = await BeginAsync();
        var (page, pen) = (visit.Page, new Pen(visit.Page));
        await page.Locator("[id=\"person.last_name\"]").PressSequentiallyAsync(Typed[0]);
        await Assertions.Expect(page.Locator(".draft-state")).ToHaveTextAsync(KeptAt());
        Assert.AreEqual("person.last_name", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.AreEqual(0, await page.EvaluateAsync<int>("async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length"));
        await LookAsync(visit, "nouvelle");

        await pen.PressAsync("Garder pour plus tard");
        await Assertions.Expect(page.GetByText("Le brouillon est gardé.")).ToBeVisibleAsync();
        await LookAsync(visit, "jour");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reprendre" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Vous aviez commencé")).ToBeVisibleAsync();
        await LookAsync(visit, "reprise");
        await pen.PressAsync("Abandonner");
        await Assertions.Expect(page.GetByText("Le brouillon est abandonné.")).ToBeVisibleAsync();
        await visit.GoAsync("/");
        await Assertions.Expect(page.GetByText("À reprendre")).ToHaveCountAsync(0);
        Assert.IsEmpty(visit.Complaints, string.Join('\n', visit.Complaints));
    }

    [TestMethod]
    public async Task Without_a_script_the_page_is_kept_by_its_button()
    {
        await using var visit = await BeginAsync(javaScript: false);
        var (page, pen) = (visit.Page, new Pen(visit.Page));
        await page.Locator("[id=\"person.last_name\"]").FillAsync(Typed[0]);
        await page.Locator("[id=\"note\"]").FillAsync(Typed[1]);
        await pen.PressAsync("Garder pour plus tard");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reprendre" }).ClickAsync();
        Assert.AreEqual(Typed[0], await page.Locator("[id=\"person.last_name\"]").InputValueAsync());
        Assert.AreEqual(Typed[1], await page.Locator("[id=\"note\"]").InputValueAsync());
    }

    [TestMethod]
    public async Task A_session_that_ended_is_said_and_the_draft_goes_on_after_signing_in_again_in_another_tab()
    {
        await using var visit = await BeginAsync();
        var page = visit.Page;
        var session = (await visit.Context.CookiesAsync()).Single(cookie => cookie.Name == "modular.session");
        await visit.Context.ClearCookiesAsync(new() { Name = "modular.session" });
        await page.Locator("[id=\"note\"]").PressSequentiallyAsync("sans session");
        await Assertions.Expect(page.Locator(".draft-failed")).ToContainTextAsync("votre session s’est fermée. Ce que vous tapez reste sur cette page");
        await Assertions.Expect(page.Locator(".draft-failed a")).ToHaveAttributeAsync("href", "/connexion");
        Assert.IsEmpty(await visit.BrokenRulesAsync());
        await visit.PictureAsync("brouillon-session-fermee");

        await visit.Context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Domain = session.Domain, Path = session.Path }]);
        await Assertions.Expect(page.Locator(".draft-state:not(.draft-failed)")).ToHaveTextAsync(KeptAt());
        Assert.AreEqual("sans session", await page.Locator("[id=\"note\"]").InputValueAsync());
    }

    [TestMethod]
    public async Task Where_nobody_answers_it_is_said_the_page_stays_and_is_saved_once_somebody_does()
    {
        await using var visit = await BeginAsync();
        var (page, pen) = (visit.Page, new Pen(visit.Page));
        await visit.Context.SetOfflineAsync(true);
        await page.Locator("[id=\"note\"]").PressSequentiallyAsync("hors ligne");
        await Assertions.Expect(page.Locator(".draft-failed")).ToContainTextAsync("l’application ne répond pas");
        await pen.PressAsync("Enregistrer la situation");
        await Assertions.Expect(page.Locator(".draft-failed")).ToContainTextAsync("l’application ne répond pas");
        Assert.AreEqual("hors ligne", await page.Locator("[id=\"note\"]").InputValueAsync());

        await visit.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(".draft-state:not(.draft-failed)")).ToHaveTextAsync(KeptAt());
        await pen.PressAsync("Enregistrer la situation");
        await Assertions.Expect(page.GetByText("La situation est enregistrée.")).ToBeVisibleAsync();
        await visit.GoAsync("/");
        await Assertions.Expect(page.GetByText("À reprendre")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task Leaving_the_page_before_the_next_few_seconds_keeps_what_was_typed()
    {
        await using var visit = await BeginAsync();
        var page = visit.Page;
        await page.Locator("[id=\"note\"]").FillAsync("parti aussitôt");
        await visit.GoAsync("/aide");
        var resume = page.GetByRole(AriaRole.Link, new() { Name = "Reprendre" });
        // It leaves beside the page that is asked for, and may arrive after it.
        for (var looks = 0; looks < 50 && await resume.CountAsync() == 0; looks++)
        {
            await visit.GoAsync("/");
        }

        await resume.ClickAsync();
        Assert.AreEqual("parti aussitôt", await page.Locator("[id=\"note\"]").InputValueAsync());
    }

    private static async Task<Visit> BeginAsync(bool javaScript = true)
    {
        var visit = await Visit.BeginAsync(s_host, javaScript: javaScript);
        await visit.SignInAsync(Role.Worker, "dunkerque");
        await visit.GoAsync("/situations/nouvelle");
        return visit;
    }

    private static async Task LookAsync(Visit visit, string name)
    {
        foreach (var screen in (Screen[])[Screen.TelephoneAtNight, Screen.Desk])
        {
            await visit.LookOnAsync(screen);
            Assert.IsEmpty(await visit.BrokenRulesAsync(), $"{name} {screen.Name}");
            Assert.IsLessThanOrEqualTo(0, await visit.OverflowAsync(), $"{name} {screen.Name} sticks out");
            await visit.PictureAsync($"brouillon-{name}-{screen.Name}");
        }
    }

    [GeneratedRegex(@"^\s*Brouillon enregistré à\s\d+\sh(\s\d\d)?\s*$")]
    private static partial Regex KeptAt();
}
