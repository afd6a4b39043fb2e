namespace Modular.Access.Accounts;

/// <summary>To whom a site's messages go: its open accounts of certain roles that have an address.</summary>
public sealed class Recipients
{
    private readonly IAccountStore _accounts;

    internal Recipients(IAccountStore accounts) => _accounts = accounts;

    public async Task<IReadOnlyList<string>> OfAsync(string site, IReadOnlyCollection<Role> roles, CancellationToken cancellation = default) =>
    [
        .. (await _accounts.AllAsync(cancellation))
            .Where(account => !account.Disabled && roles.Contains(account.Role) && account.Sites.Contains(site))
            .Select(account => account.Email)
            .OfType<string>(),
    ];
}
