using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Modular.Storage;

/// <summary>
/// Those who wait to write a module's tables. The work of all of them is done in one transaction, with one sync, each from a savepoint of its own: what one of
/// them breaks is undone, and the others do not notice. Nobody is told before the disk has it.
/// </summary>
internal sealed class WriteQueue<TContext>
    where TContext : ModuleContext
{
    private const int Together = 64;
    private const string Savepoint = "work";

    private static readonly string Module = typeof(TContext).Name.Replace("Context", "", StringComparison.Ordinal).ToLowerInvariant();

    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private int _isAtWork;

    public async Task<TResult> WriteAsync<TResult>(IDbContextFactory<TContext> contexts, Func<TContext, Task<TResult>> work, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var mine = new Waiting<TResult>(work);
        _waiting.Enqueue(mine);
        Begin(contexts);
        try
        {
            var result = await mine.Result.WaitAsync(cancellation);
            WriteFigures.Add(began, Module);
            return result;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Too late once it was begun: then it counts what became of it.
            return mine.Take() ? throw new OperationCanceledException(cancellation) : await mine.Result;
        }
    }

    private void Begin(IDbContextFactory<TContext> contexts)
    {
        if (Interlocked.Exchange(ref _isAtWork, 1) == 0)
        {
            _ = WriteAllAsync(contexts);
        }
    }

    private async Task WriteAllAsync(IDbContextFactory<TContext> contexts)
    {
        IReadOnlyList<Waiting> written = [];
        try
        {
            await using var context = contexts.CreateDbContext();
            var database = context.GetService<IDatabase>();
            await context.Database.OpenConnectionAsync();
            do
            {
                if (written.Count > 0)
                {
                    // Who came first is not kept for those who came after.
                    Tell(written);
                    written = [];
                    await Task.Yield();
                }

                // Let go after each transaction: others write other tables.
                using var turn = await database.TurnAsync(CancellationToken.None);
                written = await WriteTogetherAsync(context, database);
            }
            while (!_waiting.IsEmpty);
        }
        catch (Exception failure)
        {
            // No transaction could be begun: whoever is told so must not find it done later.
            while (_waiting.TryDequeue(out var next))
            {
                next.Take();
                next.Fail(failure);
            }
        }

        // Nothing is held any more: whoever is told may close the database. The look at the queue comes after, on every processor: else one who came
        // meanwhile, and found somebody at work, is forgotten.
        Interlocked.Exchange(ref _isAtWork, 0);
        if (!_waiting.IsEmpty)
        {
            Begin(contexts);
        }

        Tell(written);
    }

    private static void Tell(IReadOnlyList<Waiting> written)
    {
        foreach (var waiting in written)
        {
            waiting.Tell();
        }
    }

    /// <returns>Those whose work the disk has.</returns>
    private async Task<IReadOnlyList<Waiting>> WriteTogetherAsync(TContext context, IDatabase database)
    {
        List<Waiting> begun = [];
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await database.LockAsync(transaction.GetDbTransaction(), typeof(TContext).Name);
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

            await transaction.CommitAsync();
            return begun;
        }
        catch (Exception failure)
        {
            context.Forget();
            begun.ForEach(waiting => waiting.Fail(failure));
            if (begun.Count == 0)
            {
                throw;
            }

            return [];
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
