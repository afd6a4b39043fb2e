using System.Data;
using System.Data.Common;
using System.Threading.Channels;
using Modular.Access;
using Modular.Access.Journal;

namespace Modular.Storage.Journal;

/// <summary>
/// One writer for the whole host: what arrives while a commit is being synced goes into the next one together, and nobody is told before the disk has
/// it. Other processes write the same file: the last hash is read under the write lock.
/// </summary>
internal sealed class JournalWriter : IAccessJournal, IAsyncDisposable
{
    private const int Together = 256;

    private readonly Channel<Pending> _queue = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IDatabase _database;
    private readonly JournalHeadFile _head;
    private readonly TimeProvider _time;
    private readonly Task _writing;

    public JournalWriter(IDatabase database, JournalHeadFile head, TimeProvider time)
    {
        (_database, _head, _time) = (database, head, time);
        _writing = Task.Run(WriteAllAsync);
    }

    public Task RecordAsync(JournalEntry entry, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var pending = new Pending(entry, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return _queue.Writer.TryWrite(pending) ? pending.Written.Task : throw new ObjectDisposedException(nameof(JournalWriter));
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        List<Pending> batch = [];
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < Together && _queue.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }

            try
            {
                await WriteAsync(batch);
                batch.ForEach(pending => pending.Written.SetResult());
            }
            catch (Exception failure) when (failure is DbException or IOException or InvalidOperationException or UnauthorizedAccessException)
            {
                // Each caller hears of it: what was not journaled is not shown.
                batch.ForEach(pending => pending.Written.SetException(failure));
            }

            batch.Clear();
        }
    }

    private async Task WriteAsync(List<Pending> batch)
    {
        await using var connection = await _database.OpenJournalAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable);
        var head = JournalStatements.Last(connection, transaction);
        foreach (var pending in batch)
        {
            var row = JournalChain.Next(head.Number + 1, head.Hash, _time.GetUtcNow(), pending.Entry);
            JournalStatements.Append(connection, transaction, row);
            head = new JournalHead(row.Number, row.Hash);
        }

        await transaction.CommitAsync();
        await _head.AdvanceAsync(head);
    }

    private sealed record Pending(JournalEntry Entry, TaskCompletionSource Written);
}
