using Microsoft.Playwright;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Host.Tests;

namespace Modular.Browser.Tests;

/// <summary>Somebody comes in; somebody leaves the desk; a session ends while a page is being written.</summary>
[TestClass]
public sealed class HiddenPage
{
    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    public async Task Escape_twice_hides_everything_and_twice_again_gives_back_the_page_and_the_focus()
    {
        await using var visit = await Visit.BeginAsync(s_host);
        await visit.SignInAsync(Role.Worker);
        await visit.GoAsync("/");
        var page = visit.Page;
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle situation" });
        await link.FocusAsync();

        await page.Keyboard.PressAsync("Escape");
        Assert.AreEqual(0, await Cover(page).CountAsync(), "Once is not enough: it also closes lists and dialogs.");
        await EscapeTwiceAsync(page);

        await Assertions.Expect(Cover(page)).ToBeVisibleAsync();
        Assert.AreEqual("Modular", await page.TitleAsync());
        Assert.IsTrue(
            await page.EvaluateAsync<bool>("() => [...document.body.children].every(part => part.inert || part.className === 'cover')"),
            "Nothing of the page is left to a screen reader.");
        Assert.AreEqual("DIV", await page.EvaluateAsync<string>("() => document.elementFromPoint(200, 120).tagName"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.IsFalse(await link.EvaluateAsync<bool>("link => link === document.activeElement"));
        Assert.IsEmpty(await visit.BrokenRulesAsync());

        await EscapeTwiceAsync(page);
        await Assertions.Expect(Cover(page)).ToHaveCountAsync(0);
        await Assertions.Expect(link).ToBeFocusedAsync();
        Assert.AreEqual("Modular · ma journée", await page.TitleAsync());
    }

    [TestMethod]
    public async Task A_session_that_ended_on_an_unattended_page_hides_it_and_keeps_what_was_written_for_the_same_account()
    {
        await using var visit = await Visit.BeginAsync(s_host);
        var page = visit.Page;
        await page.Clock.InstallAsync();
        var worker = await visit.SignInAsync(Role.Worker);
        await visit.GoAsync("/");
        await page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('textarea'))");
        await page.Locator("textarea").FillAsync("commencé");

        await page.Clock.FastForwardAsync("14:00");
        Assert.AreEqual(0, await Cover(page).CountAsync());
        await page.Clock.FastForwardAsync("01:30");
        await Assertions.Expect(Cover(page)).ToBeVisibleAsync();

        await visit.Context.ClearCookiesAsync();
        await Show(page).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Reconnectez-vous" })).ToBeVisibleAsync();
        Assert.IsEmpty(await visit.BrokenRulesAsync());

        await visit.Context.AddCookiesAsync([worker]);
        await Show(page).ClickAsync();
        await Assertions.Expect(page.Locator("textarea")).ToBeVisibleAsync();
        Assert.AreEqual("commencé", await page.Locator("textarea").InputValueAsync());
    }

    [TestMethod]
    public async Task Another_account_is_never_shown_the_page_that_the_first_one_left()
    {
        await using var visit = await Visit.BeginAsync(s_host);
        var page = visit.Page;
        await visit.SignInAsync(Role.Worker);
        await visit.GoAsync("/aide");
        await EscapeTwiceAsync(page);
        await visit.Context.ClearCookiesAsync();
        await visit.SignInAsync(Role.Coordinator);
        await Show(page).ClickAsync();
        await Visit.UntilAtAsync(page, "/");
    }

    private static ILocator Cover(IPage page) => page.GetByRole(AriaRole.Dialog, new() { Name = "Page masquée" });

    private static ILocator Show(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Afficher la page" });

    private static async Task EscapeTwiceAsync(IPage page)
    {
        await page.EvaluateAsync("""
            () => { for (let i = 0; i < 2; i++) document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })); }
            """);
    }
}
