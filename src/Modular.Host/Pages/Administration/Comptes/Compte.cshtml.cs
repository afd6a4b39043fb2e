using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.Accounts;
using Modular.Host.Accounts;
using Modular.Host.Security;
using Modular.Sites;

namespace Modular.Host.Pages.Administration.Comptes;

[Authorize(Policy = Policies.Administrator)]
internal sealed class CompteModel(AccountService accounts, ISiteCatalogue sites, ICurrentAccount current) : PageModel
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
        if (await accounts.FindAsync(Id, HttpContext.RequestAborted) is not { } account)
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
        return Form.Request(Account.Login) is { } request
            ? EndAsync(accounts.ChangeAsync(Id, version, request, current.Required, HttpContext.RequestAborted), "Le compte est modifié.")
            : EndAsync(Task.FromResult(new AccountResult(null, [("role", "Choisissez un rôle.")])), "");
    }

    public Task<IActionResult> OnPostMotDePasseAsync(string? password) =>
        EndAsync(accounts.SetPasswordAsync(Id, password ?? "", current.Required, HttpContext.RequestAborted), "Le mot de passe est changé.");

    public Task<IActionResult> OnPostEtatAsync(bool disabled) =>
        EndAsync(
            accounts.DisableAsync(Id, disabled, current.Required, HttpContext.RequestAborted), disabled
                ? "Le compte est désactivé."
                : "Le compte est rouvert.");

    private async Task<IActionResult> EndAsync(Task<AccountResult> change, string done) => this.End(await change, done, $"/administration/comptes/{Id}");
}
