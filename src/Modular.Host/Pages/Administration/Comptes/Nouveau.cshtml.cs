using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.Accounts;
using Modular.Host.Accounts;
using Modular.Host.Security;
using Modular.Sites;

namespace Modular.Host.Pages.Administration.Comptes;

[Authorize(Policy = Policies.Administrator)]
internal sealed class NouveauModel(AccountService accounts, ISiteCatalogue sites, ICurrentAccount current) : PageModel
{
    public string? Login { get; private set; }

    public AccountForm Form { get; private set; } = AccountForm.Typed(FormCollection.Empty, sites, []);

    public async Task<IActionResult> OnPostAsync()
    {
        Login = Request.Form["login"];
        Form = AccountForm.Typed(Request.Form, sites, []);
        if (Form.Request(Login ?? "") is not { } request)
        {
            ModelState.AddModelError("role", "Choisissez un rôle.");
            return Page();
        }

        var result = await accounts.CreateAsync(request, Request.Form["password"].ToString(), current.Required, HttpContext.RequestAborted);
        return this.End(result, "Le compte est créé.", "/administration/comptes");
    }
}
