using System.Data.Common;
using System.Net.Sockets;
using Modular.Storage.Journal;

namespace Modular.Storage;

/// <summary>What the host knows of its database: that it serves it, where it is, whether it answers, and why it cannot be used.</summary>
public sealed class ServedData(IDatabase database, TimeProvider time)
{
    /// <summary>How far the clocks of hosts may be apart: what one says that it holds, the others believe for two minutes.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    /// <summary>How long after it was full it is taken to be so still: whoever watches asks every few seconds.</summary>
    private static readonly TimeSpan FullFor = TimeSpan.FromSeconds(30);

    private volatile bool _isDamaged;

    /// <summary>When it was last found full, in ticks; 0 when it never was.</summary>
    private long _fullAt;

    /// <summary>Where it is, without a password, for an administrator.</summary>
    public string Place => database.Place;

    /// <summary>Why it is served no more, in English; null while it is.</summary>
    public string? WhyEnded { get; private set; }

    /// <summary>It is not replaced by a restore, nor changed by a later version, until what is returned is disposed of.</summary>
    /// <param name="replaced">Told in English that it was all the same, while it was not reached: nothing that this process knows of it holds any more.</param>
    /// <param name="cancellation">Ends the waiting for whoever replaces it just now.</param>
    public Task<IAsyncDisposable?> ServeAsync(Action<string> replaced, CancellationToken cancellation = default) =>
        database.ServeAsync(
            sentence =>
            {
                WhyEnded = sentence;
                replaced(sentence);
            },
            cancellation);

    /// <summary>A sentence in English, without anything of what is stored, when an exception is about the database; else null.</summary>
    public string? Why(Exception failure) => Of(failure) is { } said ? $"{database.Place} cannot be used: {database.NameOf(said)}."
        : IsOfNetwork(failure) ? $"{database.Place} is not found."
        : null;

    /// <summary>Whether an exception says that the database is away or full, and may come back by itself. One that is damaged or full is remembered.</summary>
    public bool IsAway(Exception failure)
    {
        var kind = Of(failure) is { } said ? database.KindOf(said) : (DatabaseFailure?)null;
        _isDamaged |= kind == DatabaseFailure.Damaged;
        if (kind == DatabaseFailure.Full)
        {
            Volatile.Write(ref _fullAt, time.GetUtcNow().UtcTicks);
        }

        return kind is DatabaseFailure.Away or DatabaseFailure.Full || IsOfNetwork(failure);
    }

    /// <summary>Asks it something.</summary>
    /// <returns>Null when it answers and takes changes; else why not, in English, for anybody to read.</returns>
    public async Task<string?> WhyNotReadyAsync(CancellationToken cancellation = default)
    {
        if (_isDamaged)
        {
            return "The database is damaged: something of it could not be read. Restore a backup.";
        }

        try
        {
            await using var connection = await database.OpenJournalAsync(cancellation);
            JournalStatements.LastBrought(connection, null);
            return await database.OnlyReadsAsync(connection, cancellation) ? "The database only reads: it takes no changes."
                : IsFull() ? "The database has no room left."
                : null;
        }
        catch (DbException failure)
        {
            return database.KindOf(failure) switch
            {
                DatabaseFailure.Away => "The database does not answer.",
                DatabaseFailure.Full => "The database has no room left.",
                _ => "The database cannot be read.",
            };
        }
        catch (Exception failure) when (IsOfNetwork(failure))
        {
            return "The database does not answer.";
        }
    }

    /// <summary>Asks it the time.</summary>
    /// <returns>Null when it is the time of this machine, and when it does not answer; else what is wrong, in English, for anybody to read.</returns>
    public async Task<string?> WhyWrongTimeAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var connection = await database.OpenJournalAsync(cancellation);
            return await database.NowAsync(connection, cancellation) is { } there && (time.GetUtcNow() - there).Duration() > Apart
                ? "The clock of this machine is not that of the database: set both by the network's time."
                : null;
        }
        catch (Exception failure) when (failure is DbException || IsOfNetwork(failure))
        {
            return null;
        }
    }

    private bool IsFull() => Volatile.Read(ref _fullAt) is > 0 and var at && time.GetUtcNow().UtcTicks - at < FullFor.Ticks;

    /// <summary>A driver lets through that a name is not found, or that nobody answers in time.</summary>
    private static bool IsOfNetwork(Exception? failure) =>
        failure is SocketException or TimeoutException || (failure is not null && IsOfNetwork(failure.InnerException));

    /// <summary>EF Core wraps some of what a driver says.</summary>
    private static DbException? Of(Exception? failure) => failure is null or DbException ? failure as DbException : Of(failure.InnerException);
}

/// <summary>What an error of a database means to those who use it.</summary>
public enum DatabaseFailure
{
    /// <summary>A question that it does not take: a mistake of ours.</summary>
    Refused,

    /// <summary>It does not answer, or it is busy: what was asked may be asked again.</summary>
    Away,

    /// <summary>There is no room for a change. What was asked may be asked again, once somebody made some.</summary>
    Full,

    /// <summary>What is stored cannot be read any more.</summary>
    Damaged,
}
