using System.Threading.Channels;
using Modular.Access;
using Modular.Access.Journal;

namespace Modular.Storage.Journal;

/// <summary>
/// One writer for the whole host: what arrives while a commit is being synced goes into the next one together, and nobody is told before the disk has
/// it. Other processes write the same file: the last hash, and what was brought from beside its change, is read under the write lock.
/// </summary>
internal sealed class JournalWriter : IAccessJournal, IAsyncDisposable
{
    private const int Together = 256;

    /// <summary>What is in the journal is cleared away from beside its change when there are so many.</summary>
    private const int ClearedAtOnce = 256;

    private readonly Channel<Pending> _queue = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IDatabase _database;
    private readonly JournalHeadFile _head;
    private readonly IPendingJournal _besideChanges;
    private readonly TimeProvider _time;
    private readonly Task _writing;

    /// <summary>Those of an earlier process may be there still.</summary>
    private int _uncleared = ClearedAtOnce;

    public JournalWriter(IDatabase database, JournalHeadFile head, IPendingJournal besideChanges, TimeProvider time)
    {
        (_database, _head, _besideChanges, _time) = (database, head, besideChanges, time);
        _writing = Task.Run(WriteAllAsync);
    }

    public Task RecordAsync(JournalEntry entry, CancellationToken cancellation) => EnqueueAsync(entry, cancellation);

    public Task BringAsync(CancellationToken cancellation) => EnqueueAsync(null, cancellation);

    private Task EnqueueAsync(JournalEntry? entry, CancellationToken cancellation)
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
                var brought = await WriteAsync(batch);
                batch.ForEach(pending => pending.Written.SetResult());
                await ClearAsync(brought);
            }
            catch (Exception failure)
            {
                // Each caller hears of it, whatever it is: what was not journaled is not shown, and the next is tried again.
                batch.ForEach(pending => pending.Written.TrySetException(failure));
            }

            batch.Clear();
        }
    }

    /// <returns>The last of those that came from beside their change; null when none was looked for.</returns>
    private async Task<long?> WriteAsync(List<Pending> batch)
    {
        await using var connection = await _database.OpenJournalAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await _database.LockAsync(transaction, "journal");
        var head = JournalStatements.Last(connection, transaction);
        var lines = batch.Select(pending => pending.Entry).OfType<JournalEntry>().Select(entry => JournalChain.Line(_time.GetUtcNow(), entry));
        long? brought = null;
        if (batch.Any(pending => pending.Entry is null))
        {
            brought = JournalStatements.LastBrought(connection, transaction);
            var beside = await _besideChanges.ReadAsync(brought.Value);
            if (beside.Count > 0)
            {
                brought = beside[^1].Number;
                _uncleared += beside.Count;
                JournalStatements.Brought(connection, transaction, brought.Value);
                lines = beside.Select(line => line.Line).Concat(lines);
            }
        }

        foreach (var line in lines)
        {
            var row = JournalChain.Next(head, line);
            JournalStatements.Append(connection, transaction, row);
            head = new JournalHead(row.Number, row.Hash);
        }

        await transaction.CommitAsync();
        await _head.AdvanceAsync(head);
        return brought;
    }

    private async Task ClearAsync(long? brought)
    {
        if (brought is { } last && _uncleared >= ClearedAtOnce)
        {
            await _besideChanges.DoneAsync(last);
            _uncleared = 0;
        }
    }

    /// <param name="Entry">Null for one who waits for what stands beside a change.</param>
    private sealed record Pending(JournalEntry? Entry, TaskCompletionSource Written);
}
