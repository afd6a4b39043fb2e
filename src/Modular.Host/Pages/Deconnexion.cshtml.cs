using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Host.Security;

namespace Modular.Host.Pages;

/// <summary>A link cannot close a session: only the button's post does.</summary>
[AllowAnonymous]
internal sealed class DeconnexionModel(ICurrentAccount current, IAccessJournal journal) : PageModel
{
    public RedirectResult OnGet() => Redirect("/");

    public async Task<RedirectResult> OnPostAsync()
    {
        if (current.SignedInAccount is { } account)
        {
            await journal.RecordAsync(new JournalEntry(account.Account, account.Login, JournalAct.SignOut, null, null));
            await HttpContext.SignOutAsync();
        }

        return Redirect("/connexion");
    }
}
