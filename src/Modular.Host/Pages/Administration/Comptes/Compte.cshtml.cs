using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.Accounts;
using Modular.Host.Accounts;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Sites;

namespace Modular.Host.Pages.Administration.Comptes;

[Authorize(Policy = Policies.Administrator)]
internal sealed class CompteModel(AccountBook book, ISiteCatalogue sites, ICurrentViewer current) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Account Account { get; private set; } = null!;

    public AccountForm Form { get; private set; } = null!;

    /// <summary>The version that the person read, so that a change made meanwhile is not overwritten.</summary>
    public int Version { get; private set; }

    public bool IsOwn => Id == current.Required.Account;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await book.FindAsync(Id, HttpContext.RequestAborted) is not { } account)
        {
            context.Result = NotFound();
            return;
        }

        (Account, Form, Version) = (account, AccountForm.Of(account, sites), account.Version);
        await next();
    }

    public Task<IActionResult> OnPostDroitsAsync(int version)
    {
        (Form, Version) = (AccountForm.Typed(Request.Form, sites, Account.Sites), version);
        return Form.Wish(Account.Login) is { } wish
            ? EndAsync(book.ChangeAsync(Id, version, wish, current.Required, HttpContext.RequestAborted), "Le compte est modifié.")
            : EndAsync(Task.FromResult(new AccountResult(null, [("role", "Choisissez un rôle.")])), "");
    }

    public Task<IActionResult> OnPostMotDePasseAsync(string? password) =>
        EndAsync(book.SetPasswordAsync(Id, password ?? "", current.Required, HttpContext.RequestAborted), "Le mot de passe est changé.");

    public Task<IActionResult> OnPostEtatAsync(bool disabled) =>
        EndAsync(book.DisableAsync(Id, disabled, current.Required, HttpContext.RequestAborted), disabled ? "Le compte est désactivé." : "Le compte est rouvert.");

    private async Task<IActionResult> EndAsync(Task<AccountResult> change, string done)
    {
        ModelState.Clear();
        var result = await change;
        if (result.Account is null)
        {
            ModelState.Add(result);
            return Page();
        }

        this.Done(done);
        return Redirect($"/administration/comptes/{Id}");
    }
}
