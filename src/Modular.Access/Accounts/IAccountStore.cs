namespace Modular.Access.Accounts;

internal interface IAccountStore
{
    Task<Account?> FindAsync(Guid id, CancellationToken cancellation = default);

    Task<Account?> FindAsync(string login, CancellationToken cancellation = default);

    Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellation = default);

    Task<bool> AnyAdministratorAsync(CancellationToken cancellation = default);

    Task<bool> AddAsync(Account account, CancellationToken cancellation = default);

    /// <summary>False when there is an administrator already, whoever created it and however lately.</summary>
    Task<bool> AddFirstAdministratorAsync(Account account, CancellationToken cancellation = default);

    /// <summary>False when somebody changed the account since <paramref name="account"/> was read (its version tells).</summary>
    Task<bool> UpdateAsync(Account account, CancellationToken cancellation = default);
}
