using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Modular.Storage;

/// <summary>
/// The one way to change a module's tables. Work is handed over whole: it waits for its turn, runs in a transaction that holds the write lock from its first
/// instant, so that what it reads stays true until it ends, and its result is told once it is on the disk. When it throws, nothing has changed.
/// </summary>
internal static class ModuleWriter
{
    private static readonly ConditionalWeakTable<object, object> Queues = [];

    /// <param name="work">What it adds, changes or removes is saved when it returns. It takes no second turn: that would wait for its own.</param>
    public static Task<TResult> WriteAsync<TContext, TResult>(
        this IDbContextFactory<TContext> contexts, Func<TContext, Task<TResult>> work, CancellationToken cancellation)
        where TContext : ModuleContext =>
        ((WriteQueue<TContext>)Queues.GetValue(contexts, _ => new WriteQueue<TContext>())).WriteAsync(contexts, work, cancellation);

    public static Task WriteAsync<TContext>(this IDbContextFactory<TContext> contexts, Func<TContext, Task> work, CancellationToken cancellation)
        where TContext : ModuleContext =>
        contexts.WriteAsync(async context =>
        {
            await work(context);
            return true;
        }, cancellation);

    /// <summary>Within a write, what was added so far: for those that need the keys which the database gives.</summary>
    public static Task FlushAsync(this ModuleContext context, CancellationToken cancellation) => context.SaveChangesAsync(cancellation);

    /// <summary>Within a write, removes rows without reading them.</summary>
    public static Task<int> RemoveAsync<TRow>(this ModuleContext context, IQueryable<TRow> rows, CancellationToken cancellation)
    {
        context.ExpectWrite();
        return rows.ExecuteDeleteAsync(cancellation);
    }
}
