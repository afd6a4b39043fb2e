using Microsoft.EntityFrameworkCore;

namespace Modular.Storage;

/// <summary>How a module's tables are asked. What is read is not tracked: it is changed by a <see cref="ModuleWriter"/> alone.</summary>
internal static class ModuleReader
{
    public static async Task<TResult> ReadAsync<TContext, TResult>(
        this IDbContextFactory<TContext> contexts, Func<TContext, Task<TResult>> question, CancellationToken cancellation)
        where TContext : ModuleContext
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await question(context);
    }
}
