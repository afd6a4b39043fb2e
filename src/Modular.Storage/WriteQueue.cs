using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Modular.Storage;

/// <summary>
/// Those who wait to write a module's tables. Whoever's turn comes does the work of all of them in one transaction, with one sync, each from a savepoint of its
/// own: what one of them breaks is undone, and the others do not notice. Nobody is told before the disk has it.
/// </summary>
internal sealed class WriteQueue<TContext>
    where TContext : ModuleContext
{
    private const int Together = 64;
    private const string Savepoint = "work";

    private readonly ConcurrentQueue<Waiting> _waiting = new();

    public async Task<TResult> WriteAsync<TResult>(IDbContextFactory<TContext> contexts, Func<TContext, Task<TResult>> work, CancellationToken cancellation)
    {
        var mine = new Waiting<TResult>(work);
        _waiting.Enqueue(mine);
        await using var context = contexts.CreateDbContext();
        IDisposable turn;
        try
        {
            turn = await context.GetService<IDatabase>().TurnAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Too late once somebody else has begun it: then it counts what became of it.
            return mine.Take() ? throw new OperationCanceledException(cancellation) : await mine.Result;
        }

        using (turn)
        {
            try
            {
                while (!mine.Result.IsCompleted)
                {
                    await WriteTogetherAsync(context);
                }
            }
            catch (Exception)
            {
                // No transaction could be begun: whoever is told so must not find it done later.
                mine.Take();
                throw;
            }
        }

        return await mine.Result;
    }

    private async Task WriteTogetherAsync(TContext context)
    {
        List<Waiting> begun = [];
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Database.AutoSavepointsEnabled = false;
            while (begun.Count < Together && _waiting.TryDequeue(out var next))
            {
                if (!next.Take())
                {
                    continue;
                }

                begun.Add(next);
                await transaction.CreateSavepointAsync(Savepoint);
                try
                {
                    await next.DoAsync(context);
                    await context.SaveChangesAsync();
                }
                catch (Exception failure)
                {
                    await transaction.RollbackToSavepointAsync(Savepoint);
                    next.Fail(failure);
                }

                context.Forget();
            }

            context.EndWrite();
            await transaction.CommitAsync();
            begun.ForEach(waiting => waiting.Tell());
        }
        catch (Exception failure)
        {
            context.EndWrite();
            context.Forget();
            begun.ForEach(waiting => waiting.Fail(failure));
            if (begun.Count == 0)
            {
                throw;
            }
        }
    }

    private abstract class Waiting
    {
        private int _isTaken;

        /// <returns>Whether nobody else has: it is done once, or given up once.</returns>
        public bool Take() => Interlocked.Exchange(ref _isTaken, 1) == 0;

        public abstract Task DoAsync(TContext context);

        public abstract void Tell();

        public abstract void Fail(Exception failure);
    }

    private sealed class Waiting<TResult>(Func<TContext, Task<TResult>> work) : Waiting
    {
        private readonly TaskCompletionSource<TResult> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TResult _result = default!;

        public Task<TResult> Result => _told.Task;

        public override async Task DoAsync(TContext context) => _result = await work(context);

        public override void Tell() => _told.TrySetResult(_result);

        public override void Fail(Exception failure) => _told.TrySetException(failure);
    }
}
