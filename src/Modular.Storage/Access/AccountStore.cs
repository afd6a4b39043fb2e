using Microsoft.EntityFrameworkCore;
using Modular.Access;
using Modular.Access.Accounts;

namespace Modular.Storage.Access;

internal sealed class AccountStore(IDbContextFactory<AccessContext> contexts) : IAccountStore
{
    /// <summary>Asked at every request of somebody signed in: EF reads the question once, and not each time.</summary>
    private readonly Func<AccessContext, Guid, CancellationToken, Task<Account?>> _byId = EF.CompileAsyncQuery(
        (AccessContext context, Guid id, CancellationToken cancellation) => context.Accounts.AsNoTracking().FirstOrDefault(row => row.Id == id));

    public Task<Account?> FindAsync(Guid id, CancellationToken cancellation) => contexts.ReadAsync(context => _byId(context, id, cancellation), cancellation);

    public Task<Account?> FindAsync(string login, CancellationToken cancellation) =>
        contexts.ReadAsync(context => context.Accounts.FirstOrDefaultAsync(row => row.Login == login, cancellation), cancellation);

    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellation) =>
        await contexts.ReadAsync(context => context.Accounts.OrderBy(row => row.Login).ToListAsync(cancellation), cancellation);

    public Task<bool> AnyAdministratorAsync(CancellationToken cancellation) =>
        contexts.ReadAsync(context => context.Accounts.AnyAsync(row => row.Role == Role.Administrator, cancellation), cancellation);

    public Task<bool> AddAsync(Account account, CancellationToken cancellation) =>
        contexts.WriteAsync(context => AddAsync(context, account, cancellation), cancellation);

    public Task<bool> AddFirstAdministratorAsync(Account account, CancellationToken cancellation) =>
        // Of two links used at once, one finds the other's administrator.
        contexts.WriteAsync(
            async context => !await context.Accounts.AnyAsync(row => row.Role == Role.Administrator, cancellation)
                && await AddAsync(context, account, cancellation),
            cancellation);

    public Task<bool> UpdateAsync(Account account, CancellationToken cancellation) => contexts.WriteAsync(async context =>
    {
        var isKnown = await context.Accounts.AnyAsync(row => row.Id == account.Id && row.Version == account.Version, cancellation);
        if (isKnown)
        {
            context.Update(account with { Version = account.Version + 1 });
        }

        return isKnown;
    }, cancellation);

    private static async Task<bool> AddAsync(AccessContext context, Account account, CancellationToken cancellation)
    {
        var isTaken = await context.Accounts.AnyAsync(row => row.Login == account.Login, cancellation);
        if (!isTaken)
        {
            context.Accounts.Add(account);
        }

        return !isTaken;
    }
}
