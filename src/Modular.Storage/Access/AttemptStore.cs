using Microsoft.EntityFrameworkCore;
using Modular.Access.SignIn;

namespace Modular.Storage.Access;

internal sealed class AttemptStore(IDbContextFactory<AccessContext> contexts) : IAttemptStore
{
    /// <summary>Nobody fills the table by trying logins that do not exist: what is a day old goes.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Task<Attempts> CountAsync(string login, DateTimeOffset now, CancellationToken cancellation) => contexts.WriteAsync(async context =>
    {
        var oldest = now - Kept;
        await context.RemoveAsync(context.Attempts.Where(row => row.Last < oldest), cancellation);
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

        return attempts;
    }, cancellation);

    public Task ForgetAsync(string login, CancellationToken cancellation) =>
        contexts.WriteAsync(context => context.RemoveAsync(context.Attempts.Where(row => row.Login == login), cancellation), cancellation);
}
