using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.Sessions;
using Modular.Access.SignIn;
using Modular.Host.Accounts;
using Modular.Host.Composition;
using Modular.Host.Demo;

namespace Modular.Host.Pages;

[AllowAnonymous]
internal sealed class ConnexionModel(SignInDesk desk, ModularSettings settings, DemoAccounts demo) : PageModel
{
    [BindProperty]
    public string? Login { get; set; }

    /// <summary>Where the person was going; an address of another site is dropped.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public IReadOnlyList<DemoAccount> DemoAccounts { get; } = settings.Demo ? [.. demo.All.Select(account => account.Shown)] : [];

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var result = await desk.TryAsync(Login ?? "", password ?? "", HttpContext.RequestAborted);
        if (result.Account is null)
        {
            ModelState.Clear();
            ModelState.AddModelError("login", result.Sentence!);
            return Page();
        }

        await HttpContext.SignInAsync(SessionPrincipal.Of(result.Account));
        return Onward();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(Retour) ? Retour : "/");
}
