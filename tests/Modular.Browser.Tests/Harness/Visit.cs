using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Modular.Access;
using Modular.Host.Tests;

namespace Modular.Browser.Tests.Harness;

/// <summary>Somebody in front of a browser: an empty profile, one tab, and an ear for what the page should not do.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string[] AboutColours = ["color-contrast", "link-in-text-block"];

    /// <summary>
    /// axe-core itself: Deque's wrapper for Playwright opens a blank page of its own at each look, which took 8 seconds in 10 of the tests of every page.
    /// </summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> _foreign = [];
    private readonly List<string> _complaints = [];

    private readonly HostUnderTest _host;
    private Screen? _screen;
    private (string Content, int? Width) _judged;

    private Visit(IBrowserContext context, IPage page, HostUnderTest host, bool hasScript)
    {
        HasScript = hasScript;
        _host = host;
        Context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // A page that is refused or missing is the test's business; what its own code says is ours.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, failure) => _complaints.Add(failure);
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != host.Address.Authority)
            {
                _foreign.Add(address.Host);
            }
        };
    }

    public bool HasScript { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Hosts other than ours that the page wanted something from. Always empty.</summary>
    public IReadOnlyList<string> Foreign => _foreign;

    /// <summary>Script errors and violations of the Content-Security-Policy. Always empty.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Visit> BeginAsync(HostUnderTest host, Screen? screen = null, bool javaScript = true)
    {
        screen ??= Screen.Desk;
        var browser = await Chromium.GetAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = host.Address.ToString(),
            JavaScriptEnabled = javaScript,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        // How long a page may take is measured elsewhere: a machine that has much else to do is no fault of the page's.
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        return new Visit(context, await context.NewPageAsync(), host, javaScript);
    }

    /// <returns>The session's cookie, to come back with.</returns>
    public async Task<Cookie> SignInAsync(Role role, params string[] sites)
    {
        var session = _host.Session(role, sites);
        var cookie = new Cookie { Name = session.Name, Value = session.Value, Url = _host.Address.ToString() };
        await Context.AddCookiesAsync([cookie]);
        return cookie;
    }

    /// <summary>Through the sign-in page, with a password.</summary>
    public async Task SignInByPasswordAsync(Role role, params string[] sites)
    {
        var (login, password) = await _host.AddAccountAsync(role, sites);
        await GoAsync("/connexion");
        await Page.GetByLabel("Identifiant").FillAsync(login);
        await Page.GetByLabel("Mot de passe").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await UntilAtAsync(Page, "/");
    }

    /// <summary>The browser is there, or comes there. A wait for a navigation alone misses one that is over before it begins.</summary>
    public static async Task UntilAtAsync(IPage page, string path)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($@"^http://[^/]+{Regex.Escape(path)}(\?.*)?$"));
        await page.WaitForLoadStateAsync();
    }

    public async Task<int> GoAsync(string address) => (await Page.GotoAsync(address))!.Status;

    public async Task LookOnAsync(Screen screen)
    {
        _screen = screen;
        await Page.SetViewportSizeAsync(screen.Width, screen.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = screen.Scheme });
    }

    /// <summary>
    /// The rules of axe that the page breaks, with the first element of each. Seen by day already in the same size, at night only its colours are others: the rules
    /// about them alone are asked again.
    /// </summary>
    public async Task<IReadOnlyList<string>> BrokenRulesAsync()
    {
        var page = (await Page.ContentAsync(), _screen?.Width);
        var isSeenByDay = _screen is { Scheme: ColorScheme.Dark } && page == _judged;
        _judged = page;
        if (await Page.EvaluateAsync<bool>("() => !window.axe"))
        {
            await Page.EvaluateAsync(Axe);
        }

        return await Page.EvaluateAsync<string[]>("""
            async rules => (await axe.run({ resultTypes: ['violations'], ...(rules.length > 0 ? { runOnly: rules } : {}) })).violations
                .map(rule => `${rule.id}: ${rule.help} — ${rule.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
            """, isSeenByDay ? AboutColours : []);
    }

    /// <summary>How many pixels stick out to the right of the screen.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>The whole page as a picture, under TestResults/pages, for whoever wants to look: with MODULAR_PICTURES set.</summary>
    public Task PictureAsync(string name) => Environment.GetEnvironmentVariable("MODULAR_PICTURES") is { Length: > 0 }
        ? Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true })
        : Task.CompletedTask;

    public async ValueTask DisposeAsync() => await Context.CloseAsync();

    private static string Pictures => Path.Combine(Modular.Host.Composition.Configuration.Home, "TestResults", "pages");
}
