using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Modular.Storage;

/// <summary>What differs from one database to another: all else that Storage says, each of them understands.</summary>
public interface IDatabase
{
    string DataFolder { get; }

    /// <summary>Whether there is anything that could be copied.</summary>
    bool HasData { get; }

    /// <summary>The names of what it keeps in the data folder, and moves with it at a restore.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>Has a module's context reach the tables. What is committed there is on the disk.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Waits until nobody else in this process writes the tables.</summary>
    /// <returns>To be disposed when the turn is over.</returns>
    Task<IDisposable> TurnAsync(CancellationToken cancellation);

    /// <summary>Apart from the data (CNIL 2021-122). A serializable transaction locks it from its first instant; what is committed is on the disk.</summary>
    Task<DbConnection> OpenJournalAsync(CancellationToken cancellation = default);

    /// <summary>Puts copies of the tables and of the journal, each as it stood at one instant, into a folder, whoever writes meanwhile.</summary>
    Task CopyAsync(string folder, CancellationToken cancellation);

    /// <summary>The copies in a folder, to be read as they are: nothing is written beside them.</summary>
    IDatabase CopyIn(string folder);

    /// <summary>What of the tables and of the journal cannot be read, in English; empty when all is whole.</summary>
    Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation);

    /// <summary>How it names an error of its own.</summary>
    string NameOf(DbException failure);

    /// <summary>Lets go of its files, so that they can be moved.</summary>
    void Release();
}
