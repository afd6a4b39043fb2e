using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.Accounts;
using Modular.Host.Accounts;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Sites;

namespace Modular.Host.Pages.Administration.Comptes;

[Authorize(Policy = Policies.Administrator)]
internal sealed class NouveauModel(AccountBook book, ISiteCatalogue sites, ICurrentViewer current) : PageModel
{
    public string? Login { get; private set; }

    public AccountForm Form { get; private set; } = AccountForm.Typed(FormCollection.Empty, sites, []);

    public async Task<IActionResult> OnPostAsync()
    {
        Login = Request.Form["login"];
        Form = AccountForm.Typed(Request.Form, sites, []);
        if (Form.Wish(Login ?? "") is not { } wish)
        {
            ModelState.AddModelError("role", "Choisissez un rôle.");
            return Page();
        }

        var result = await book.CreateAsync(wish, Request.Form["password"].ToString(), current.Required, HttpContext.RequestAborted);
        if (result.Account is null)
        {
            ModelState.Add(result);
            return Page();
        }

        this.Done("Le compte est créé.");
        return Redirect("/administration/comptes");
    }
}
