using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Modular.Access;
using Modular.Access.Accounts;

namespace Modular.Storage.Access;

internal sealed class AccountStore(IDbContextFactory<AccessContext> contexts) : IAccountStore
{
    private const int Constraint = 19;

    /// <summary>Asked at every request of somebody signed in: EF reads the question once, and not each time.</summary>
    private static readonly Func<AccessContext, Guid, CancellationToken, Task<AccountRow?>> ById = EF.CompileAsyncQuery(
        (AccessContext context, Guid id, CancellationToken cancellation) => context.Accounts.AsNoTracking().FirstOrDefault(row => row.Id == id));

    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ById(context, id, cancellation) is { } row ? Read(row) : null;
    }

    public async Task<Account?> FindAsync(string login, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.Login == login, cancellation) is { } row ? Read(row) : null;
    }

    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return [.. (await context.Accounts.AsNoTracking().OrderBy(row => row.Login).ToListAsync(cancellation)).Select(Read)];
    }

    public async Task<bool> AnyAdministratorAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Accounts.AnyAsync(row => row.Role == Role.Administrator, cancellation);
    }

    public async Task<bool> AddAsync(Account account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AddAsync(context, account, cancellation);
    }

    public async Task<bool> AddFirstAdministratorAsync(Account account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // The transaction holds the write lock from its first instant: of two links used at once, one finds the other's administrator.
        await using var transaction = await context.BeginWriteAsync(cancellation);
        if (await context.Accounts.AnyAsync(row => row.Role == Role.Administrator, cancellation) || !await AddAsync(context, account, cancellation))
        {
            return false;
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task<bool> UpdateAsync(Account account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var changed = Write(account);
        return await context.Accounts
            .Where(row => row.Id == changed.Id && row.Version == changed.Version)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Role, changed.Role)
                    .SetProperty(row => row.Sites, changed.Sites)
                    .SetProperty(row => row.Email, changed.Email)
                    .SetProperty(row => row.PasswordHash, changed.PasswordHash)
                    .SetProperty(row => row.Stamp, changed.Stamp)
                    .SetProperty(row => row.Disabled, changed.Disabled)
                    .SetProperty(row => row.Version, changed.Version + 1),
                cancellation) == 1;
    }

    private static async Task<bool> AddAsync(AccessContext context, Account account, CancellationToken cancellation)
    {
        // Looked for first: what the database refuses is logged as an error. Two at once are still refused by it.
        if (await context.Accounts.AnyAsync(row => row.Login == account.Login, cancellation))
        {
            return false;
        }

        context.Accounts.Add(Write(account));
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException refused) when (refused.InnerException is SqliteException { SqliteErrorCode: Constraint })
        {
            return false;
        }
    }

    private static Account Read(AccountRow row) => new()
    {
        Id = row.Id,
        Login = row.Login,
        Role = row.Role,
        Sites = row.Sites.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Email = row.Email,
        PasswordHash = row.PasswordHash,
        Stamp = row.Stamp,
        Disabled = row.Disabled,
        CreatedAt = row.CreatedAt,
        Version = row.Version,
    };

    private static AccountRow Write(Account account) => new()
    {
        Id = account.Id,
        Login = account.Login,
        Role = account.Role,
        Sites = string.Join(' ', account.Sites),
        Email = account.Email,
        PasswordHash = account.PasswordHash,
        Stamp = account.Stamp,
        Disabled = account.Disabled,
        CreatedAt = account.CreatedAt,
        Version = account.Version,
    };
}
