using System.Data.Common;
using System.Net.Sockets;
using Modular.Storage.Journal;

namespace Modular.Storage;

/// <summary>What the host knows of its database: that it serves it, where it is, whether it answers, and why it cannot be used.</summary>
public sealed class ServedData(IDatabase database, TimeProvider time)
{
    /// <summary>How far the clocks of hosts may be apart: what one says that it holds, the others believe for two minutes.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    private volatile bool _isDamaged;

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

    /// <summary>Whether an exception says that the database is away or full, and may come back by itself. One that is damaged is remembered.</summary>
    public bool IsAway(Exception failure)
    {
        var said = Of(failure);
        _isDamaged |= said is not null && database.KindOf(said) == DatabaseFailure.Damaged;
        return (said is not null && database.KindOf(said) == DatabaseFailure.Away) || IsOfNetwork(failure);
    }

    /// <summary>Asks it something.</summary>
    /// <returns>Null when it answers; else why not, in English, for anybody to read.</returns>
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
            return await database.NowAsync(connection, cancellation) is { } there && (time.GetUtcNow() - there).Duration() > Apart
                ? "The clock of this machine is not that of the database: set both by the network's time."
                : null;
        }
        catch (DbException failure)
        {
            return database.KindOf(failure) == DatabaseFailure.Away ? "The database does not answer." : "The database cannot be read.";
        }
        catch (Exception failure) when (IsOfNetwork(failure))
        {
            return "The database does not answer.";
        }
    }

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

    /// <summary>It does not answer, it is busy or it is full: what was asked may be asked again.</summary>
    Away,

    /// <summary>What is stored cannot be read any more.</summary>
    Damaged,
}
