using Microsoft.Playwright;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Host.Tests;

namespace Modular.Browser.Tests;

[TestClass]
public sealed class SignIn
{
    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => s_host = await HostUnderTest.StartAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    public async Task By_keyboard_alone_one_signs_in_reaches_a_page_and_signs_out()
    {
        var (login, password) = await s_host.AddAccountAsync(Role.DataProtectionOfficer);
        await using var visit = await Visit.BeginAsync(s_host);
        var (page, keyboard) = (visit.Page, visit.Page.Keyboard);
        await visit.GoAsync("/journal");
        Assert.AreEqual("/connexion", new Uri(page.Url).AbsolutePath);

        await keyboard.PressAsync("Tab");
        Assert.AreEqual("Aller au contenu", await FocusedAsync(page));
        var field = page.GetByLabel("Identifiant");
        for (var presses = 0; !await field.EvaluateAsync<bool>("field => field === document.activeElement"); presses++)
        {
            Assert.IsLessThan(6, presses, "The first field is near the top of the page.");
            await keyboard.PressAsync("Tab");
        }

        await keyboard.TypeAsync(login);
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(password);
        await keyboard.PressAsync("Enter");
        await Visit.UntilAtAsync(page, "/journal");
        Assert.AreEqual("Modular · journal des accès", await page.TitleAsync());

        for (var presses = 0; await FocusedAsync(page) != "Se déconnecter"; presses++)
        {
            Assert.IsLessThan(12, presses, "Signing out is near the top of every page.");
            await keyboard.PressAsync("Tab");
            Assert.IsTrue(
                await page.EvaluateAsync<bool>("() => getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
                await page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)"));
        }

        await keyboard.PressAsync("Enter");
        await Visit.UntilAtAsync(page, "/connexion");
        await page.GoBackAsync();
        Assert.AreEqual("/connexion", new Uri(page.Url).AbsolutePath, "Nothing is kept in the browser to go back to.");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_wrong_password_is_said_in_words_and_the_login_stays(bool javaScript)
    {
        var (login, _) = await s_host.AddAccountAsync(Role.Worker, "loire");
        await using var visit = await Visit.BeginAsync(s_host, javaScript: javaScript);
        var page = visit.Page;
        await visit.GoAsync("/connexion");
        await page.GetByLabel("Identifiant").FillAsync(login);
        await page.GetByLabel("Mot de passe").FillAsync("ce n’est pas celui-là");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.AreEqual(login, await page.GetByLabel("Identifiant").InputValueAsync());
        Assert.AreEqual("", await page.GetByLabel("Mot de passe").InputValueAsync());
        if (javaScript)
        {
            Assert.IsEmpty(await visit.BrokenRulesAsync());
        }
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");
}
