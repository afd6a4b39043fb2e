using System.Diagnostics;
using Microsoft.Playwright;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Host.Tests;

namespace Modular.Browser.Tests.Drafts;

[TestClass]
public sealed class KilledBrowser
{
    [TestMethod]
    public async Task A_page_whose_browser_was_killed_is_taken_up_again_in_two_clicks()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        var (login, password) = await host.AddAccountAsync(Role.Worker, "dunkerque");
        await TypeAndKillAsync(host, login, password);

        await using var visit = await Visit.BeginAsync(host);
        var page = visit.Page;
        await visit.GoAsync("/connexion");
        await page.GetByLabel("Identifiant").FillAsync(login);
        await page.GetByLabel("Mot de passe").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Reprendre" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Vous aviez commencé")).ToBeVisibleAsync();
        Assert.AreEqual("Essai-Interrompu", await page.Locator("[id=\"person.last_name\"]").InputValueAsync());
        Assert.AreEqual("on a coupé le courant", await page.Locator("[id=\"note\"]").InputValueAsync());
    }

    /// <summary>With a browser of its own, that ends without a word to anybody.</summary>
    private static async Task TypeAndKillAsync(HostUnderTest host, string login, string password)
    {
        var profile = Directory.CreateTempSubdirectory("modular-profile-").FullName;
        using var browser = Process.Start(new ProcessStartInfo(await Chromium.ExecutableAsync(), [.. Chromium.Arguments, "--headless", "--remote-debugging-port=0", $"--user-data-dir={profile}"]) { RedirectStandardError = true })!;
        try
        {
            using var playwright = await Playwright.CreateAsync();
            var connected = await playwright.Chromium.ConnectOverCDPAsync(await ListeningAsync(browser));
            var page = await connected.Contexts[0].NewPageAsync();
            await page.GotoAsync(new Uri(host.Address, "/connexion").ToString());
            await page.GetByLabel("Identifiant").FillAsync(login);
            await page.GetByLabel("Mot de passe").FillAsync(password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
            await page.GotoAsync(new Uri(host.Address, "/situations/nouvelle").ToString());
            await page.Locator("[id=\"person.last_name\"]").FillAsync("Essai-Interrompu");
            await page.Locator("[id=\"note\"]").FillAsync("on a coupé le courant");
            await Assertions.Expect(page.Locator(".draft-state")).ToContainTextAsync("Brouillon enregistré", new() { Timeout = 60_000 });
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
        }
    }

    private static async Task<string> ListeningAsync(Process browser)
    {
        const string Said = "DevTools listening on ";
        while (await browser.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Said, StringComparison.Ordinal))
            {
                // Read to the end, else the pipe fills and the browser waits for us.
                _ = browser.StandardError.ReadToEndAsync();
                return line[Said.Length..];
            }
        }

        throw new InvalidOperationException("The browser ended before it listened.");
    }
}
