using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.SignIn;
using Modular.Host.Accounts;

namespace Modular.Host.Pages;

[AllowAnonymous]
internal sealed class PremierAccesModel(FirstAccess first) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Jeton { get; set; }

    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public bool IsOpen { get; private set; }

    public async Task OnGetAsync() => IsOpen = await first.IsOpenAsync(Jeton, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(string? password, string? again)
    {
        ModelState.Clear();
        if (password != again)
        {
            ModelState.AddModelError("again", "Les deux mots de passe diffèrent.");
            IsOpen = await first.IsOpenAsync(Jeton, HttpContext.RequestAborted);
            return Page();
        }

        if (await first.UseAsync(Jeton, Login ?? "", Email, password ?? "", HttpContext.RequestAborted) is not { } result)
        {
            return Page();
        }

        IsOpen = true;
        return this.End(result, "Le compte est créé. Connectez-vous pour continuer.", "/connexion");
    }
}
