using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Modular.Storage;

/// <summary>What differs from one database to another: all else that Storage says, each of them understands.</summary>
public interface IDatabase
{
    string DataFolder { get; }

    /// <summary>Where the tables are, in English, without a password: <c>/srv/modular/data</c>, <c>database modular of db.example</c>.</summary>
    string Place { get; }

    /// <summary>Whether there is anything that could be copied.</summary>
    bool HasData { get; }

    /// <summary>This process serves what is in it until it disposes of what is returned: it is not replaced meanwhile, nor are its tables changed.</summary>
    /// <param name="replaced">
    /// Called when that happened all the same, with a sentence in English: while the database was not reached, it had no means to know of this process.
    /// </param>
    /// <param name="cancellation">Ends the waiting for whoever replaces it just now.</param>
    /// <returns>Null when whoever has the data folder has the database.</returns>
    Task<IAsyncDisposable?> ServeAsync(Action<string> replaced, CancellationToken cancellation = default);

    /// <summary>Has a module's context reach the tables. What is committed there is on the disk.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Waits until nobody else in this process writes the tables.</summary>
    /// <returns>To be disposed when the turn is over; null when they wait in the database itself.</returns>
    Task<IDisposable?> TurnAsync(CancellationToken cancellation);

    /// <summary>At the beginning of a transaction: nobody else, in whichever process, writes these tables until it ends.</summary>
    /// <param name="tables">A name for them, the same for all who write them.</param>
    Task LockAsync(DbTransaction transaction, string tables, CancellationToken cancellation = default);

    /// <summary>Begins to read: all that is read in it is of one instant, whoever writes meanwhile.</summary>
    Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellation = default);

    /// <summary>Waits until nobody else, in whichever process, holds what has this name; whoever dies lets go of it.</summary>
    /// <returns>To be disposed when it is over.</returns>
    Task<IAsyncDisposable> HoldAsync(string name, CancellationToken cancellation = default);

    /// <summary>Apart from the data (CNIL 2021-122). What is committed is on the disk.</summary>
    Task<DbConnection> OpenJournalAsync(CancellationToken cancellation = default);

    /// <summary>Whether it takes no changes, from anybody or from this host.</summary>
    /// <param name="journal">As <see cref="OpenJournalAsync"/> opened it.</param>
    /// <param name="cancellation">Ends the asking.</param>
    Task<bool> OnlyReadsAsync(DbConnection journal, CancellationToken cancellation = default);

    /// <summary>What time it is there; null when that is this machine.</summary>
    /// <param name="journal">As <see cref="OpenJournalAsync"/> opened it.</param>
    /// <param name="cancellation">Ends the asking.</param>
    Task<DateTimeOffset?> NowAsync(DbConnection journal, CancellationToken cancellation = default);

    /// <summary>Puts copies of the tables and of the journal, each as it stood at one instant, into a folder, whoever writes meanwhile.</summary>
    Task CopyAsync(string folder, CancellationToken cancellation);

    /// <summary>
    /// What is not kept in the data folder is replaced by the copies in a folder, which go; what there was goes into another, as copies.
    /// </summary>
    /// <exception cref="Backups.BackupRefusedException">A host serves it.</exception>
    Task ReplaceAsync(string copies, string aside, CancellationToken cancellation);

    /// <summary>The copies in a folder, to be read as they are: nothing is written beside them.</summary>
    IDatabaseCopy CopyIn(string folder);

    /// <summary>How it names an error of its own.</summary>
    string NameOf(DbException failure);

    /// <summary>What an error of its own means.</summary>
    DatabaseFailure KindOf(DbException failure);

    /// <summary>Lets go of its files, so that they can be moved.</summary>
    void Release();
}

/// <summary>What is in a backup: files, whichever database they are a copy of.</summary>
public interface IDatabaseCopy : IDatabase
{
    /// <summary>The names of its files.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>What of the tables and of the journal cannot be read, in English; empty when all is whole.</summary>
    Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation);
}
