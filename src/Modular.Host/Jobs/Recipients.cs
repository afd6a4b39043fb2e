using Modular.Access;
using Modular.Access.Accounts;

namespace Modular.Host.Jobs;

/// <summary>To whom a site's messages go: its open accounts of certain roles that have an address.</summary>
internal sealed class Recipients(AccountBook accounts)
{
    public async Task<IReadOnlyList<string>> OfAsync(string site, IReadOnlyList<Role> roles, CancellationToken cancellation) =>
    [
        .. (await accounts.AllAsync(cancellation))
            .Where(account => !account.Disabled && roles.Contains(account.Role) && account.Sites.Contains(site))
            .Select(account => account.Email)
            .OfType<string>(),
    ];
}
