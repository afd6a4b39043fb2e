using Microsoft.EntityFrameworkCore;
using Modular.Access.SignIn;

namespace Modular.Storage.Access;

internal sealed class AttemptStore(IDbContextFactory<AccessContext> contexts) : IAttemptStore
{
    /// <summary>Nobody fills the table by trying logins that do not exist: what is a day old goes.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<Attempts> CountAsync(string login, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.BeginWriteAsync(cancellation);
        var oldest = now - Kept;
        await context.Attempts.Where(row => row.Last < oldest).ExecuteDeleteAsync(cancellation);
        var row = await context.Attempts.FindAsync([login], cancellation);
        var attempts = Attempts.After(row is null ? null : new Attempts(row.Count, row.Last, row.LockedUntil), now);
        if (row is null)
        {
            context.Attempts.Add(new AttemptRow { Login = login, Count = attempts.Count, Last = attempts.Last, LockedUntil = attempts.LockedUntil });
        }
        else
        {
            (row.Count, row.Last, row.LockedUntil) = (attempts.Count, attempts.Last, attempts.LockedUntil);
        }

        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return attempts;
    }

    public async Task ForgetAsync(string login, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Attempts.Where(row => row.Login == login).ExecuteDeleteAsync(cancellation);
    }
}
