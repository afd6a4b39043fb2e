using Microsoft.EntityFrameworkCore;
using Modular.Access;
using Modular.Access.Accounts;

namespace Modular.Storage.Access;

internal sealed class AccountStore(IDbContextFactory<AccessContext> contexts) : IAccountStore
{
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
            context.Update(Write(account with { Version = account.Version + 1 }));
        }

        return isKnown;
    }, cancellation);

    private static async Task<bool> AddAsync(AccessContext context, Account account, CancellationToken cancellation)
    {
        var isTaken = await context.Accounts.AnyAsync(row => row.Login == account.Login, cancellation);
        if (!isTaken)
        {
            context.Accounts.Add(Write(account));
        }

        return !isTaken;
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
