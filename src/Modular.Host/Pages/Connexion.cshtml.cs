using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.Sessions;
using Modular.Access.SignIn;
using Modular.Host.Accounts;
using Modular.Host.Demo;
using Modular.Host.Security;

namespace Modular.Host.Pages;

[AllowAnonymous]
internal sealed class ConnexionModel(SignInService service, PostedFormProtector kept, DemoFolder demo) : PageModel
{
    [BindProperty]
    public string? Login { get; set; }

    /// <summary>Where the person was going; an address of another site is dropped.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>The page that was being filled when the session ended, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>That page, opened for the account that has just signed in again.</summary>
    public PostedForm? Resumed { get; private set; }

    public IReadOnlyList<DemoAccount> DemoAccounts { get; } = demo.Filled?.Accounts ?? [];

    public IActionResult OnGet()
    {
        Kept = ExpiredSessionMiddleware.KeptBy(HttpContext);
        return User.Identity is { IsAuthenticated: true } ? Onward() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var result = await service.TryAsync(Login ?? "", password ?? "", HttpContext.RequestAborted);
        if (result.Account is null)
        {
            ModelState.Clear();
            ModelState.AddModelError("login", result.Sentence!);
            return Page();
        }

        var principal = SessionPrincipal.Of(result.Account);
        await HttpContext.SignInAsync(principal);
        if (kept.Open(Kept, result.Account.Id) is not { } page)
        {
            return Onward();
        }

        // The form on this page is sent by the account that is signed in from now on.
        (HttpContext.User, Resumed) = (principal, page);
        return Page();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(Retour) ? Retour : "/");
}
