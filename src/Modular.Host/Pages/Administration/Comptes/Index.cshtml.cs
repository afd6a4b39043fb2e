using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.Accounts;
using Modular.Host.Security;
using Modular.Sites;

namespace Modular.Host.Pages.Administration.Comptes;

[Authorize(Policy = Policies.Administrator)]
internal sealed class IndexModel(AccountService accounts, ISiteCatalogue sites) : PageModel
{
    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public string NameOf(string site) => sites.FindReadable(site)?.Definition.Name ?? site;

    public async Task OnGetAsync() => Accounts = await accounts.AllAsync(HttpContext.RequestAborted);
}
