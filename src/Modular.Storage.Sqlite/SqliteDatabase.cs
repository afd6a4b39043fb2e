using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Modular.Storage.Sqlite;

/// <summary>Two files of a folder.</summary>
/// <param name="dataFolder">Where they are.</param>
/// <param name="isCopy">Whether they are copies: those are read as they are, and nothing is left beside them.</param>
internal sealed class SqliteDatabase(string dataFolder, bool isCopy = false) : IDatabaseCopy, IDisposable
{
    /// <summary>
    /// One writer of the main file at a time, in the order in which they ask. SQLite has one write lock, and those who find it taken poll for it: whoever
    /// writes in this process waits here instead, and only other processes are met at the lock.
    /// </summary>
    private readonly SemaphoreSlim _writing = new(1, 1);

    public string DataFolder => dataFolder;

    public string Place => dataFolder;

    public bool HasData => File.Exists(PathOf(DataFile.Main));

    public IReadOnlyList<string> Files { get; } =
        [.. Enum.GetValues<DataFile>().Select(NameOf).SelectMany(name => new[] { name, name + "-wal", name + "-shm" })];

    public string PathOf(DataFile file) => Path.Combine(dataFolder, NameOf(file));

    public string ConnectionString(DataFile file) => new SqliteConnectionStringBuilder
    {
        DataSource = PathOf(file),
        DefaultTimeout = 30,
        Pooling = !isCopy,
        // A file that is missing is no empty one.
        Mode = isCopy ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
    }.ToString();

    /// <summary>A list goes over as one value: with one parameter for each of its items, EF writes the question anew each time it is asked.</summary>
    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(ConnectionString(DataFile.Main), sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        // A search that is counted up to a number needs no order.
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning))
        .AddInterceptors(DurableConnections.Instance);

    public async Task<IDisposable?> TurnAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        return new Turn(_writing);
    }

    /// <summary>A transaction holds the lock of its file from its first instant.</summary>
    public Task LockAsync(DbTransaction transaction, string tables, CancellationToken cancellation) => Task.CompletedTask;

    public Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellation) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    /// <summary>Its folder says so.</summary>
    public Task<bool> OnlyReadsAsync(DbConnection journal, CancellationToken cancellation) => Task.FromResult(false);

    public Task<DateTimeOffset?> NowAsync(DbConnection journal, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    public Task<IAsyncDisposable?> ServeAsync(Action<string> replaced, CancellationToken cancellation) => Task.FromResult<IAsyncDisposable?>(null);

    public async Task<IAsyncDisposable> HoldAsync(string name, CancellationToken cancellation) =>
        await FileLock.TakeAsync(Path.Combine(dataFolder, $"{name}.lock"), cancellation);

    public async Task<DbConnection> OpenJournalAsync(CancellationToken cancellation = default) => await OpenAsync(DataFile.Journal, cancellation);

    public async Task<SqliteConnection> OpenAsync(DataFile file, CancellationToken cancellation = default)
    {
        var connection = new SqliteConnection(ConnectionString(file));
        await connection.OpenAsync(cancellation);
        if (!isCopy)
        {
            DurableConnections.Apply(connection);
        }

        return connection;
    }

    public async Task CopyAsync(string folder, CancellationToken cancellation)
    {
        foreach (var file in Enum.GetValues<DataFile>())
        {
            await using var connection = await OpenAsync(file, cancellation);
            await CopyAsync(connection, Path.Combine(folder, NameOf(file)), cancellation);
        }
    }

    /// <summary>As the file is at this instant, in one piece.</summary>
    public static async Task CopyAsync(SqliteConnection connection, string path, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", path);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>All is in the data folder.</summary>
    public Task ReplaceAsync(string copies, string aside, CancellationToken cancellation) => Task.CompletedTask;

    public IDatabaseCopy CopyIn(string folder) => new SqliteDatabase(folder, isCopy: true);

    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation)
    {
        List<string> faults = [];
        foreach (var file in Enum.GetValues<DataFile>())
        {
            await using var connection = await OpenAsync(file, cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (await command.ExecuteScalarAsync(cancellation) as string is not "ok")
            {
                faults.Add($"{NameOf(file)} is damaged.");
            }
        }

        return faults;
    }

    public string NameOf(DbException failure) => string.Create(CultureInfo.InvariantCulture, $"SQLite error {((SqliteException)failure).SqliteErrorCode}");

    public DatabaseFailure KindOf(DbException failure) => ((SqliteException)failure).SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => DatabaseFailure.Damaged,
        raw.SQLITE_FULL => DatabaseFailure.Full,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR or raw.SQLITE_READONLY => DatabaseFailure.Away,
        _ => DatabaseFailure.Refused,
    };

    public void Release()
    {
        foreach (var file in Enum.GetValues<DataFile>())
        {
            using var connection = new SqliteConnection(ConnectionString(file));
            SqliteConnection.ClearPool(connection);
        }
    }

    public void Dispose()
    {
        Release();
        _writing.Dispose();
    }

    public static string NameOf(DataFile file) => file switch
    {
        DataFile.Main => "modular.db",
        DataFile.Journal => "journal.db",
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, null),
    };

    private sealed class Turn(SemaphoreSlim writing) : IDisposable
    {
        public void Dispose() => writing.Release();
    }
}
