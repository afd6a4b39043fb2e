using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Modular.Storage;

/// <summary>The files of the data folder. The access journal stands apart from the data (CNIL 2021-122).</summary>
public enum DataFile
{
    Main,
    Journal,
}

/// <summary>Where the data is and how a context reaches it: the one place that knows which database runs.</summary>
public sealed class Database(string dataFolder) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);

    public string DataFolder => dataFolder;

    public string PathOf(DataFile file) => Path.Combine(dataFolder, file switch
    {
        DataFile.Main => "modular.db",
        DataFile.Journal => "journal.db",
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, null),
    });

    public string ConnectionString(DataFile file) => new SqliteConnectionStringBuilder
    {
        DataSource = PathOf(file),
        DefaultTimeout = 30,
    }.ToString();

    internal void Configure(DbContextOptionsBuilder options, DataFile file) =>
        options.UseSqlite(ConnectionString(file)).AddInterceptors(Durable.Instance);

    public async Task<SqliteConnection> OpenAsync(DataFile file, CancellationToken cancellation = default)
    {
        var connection = new SqliteConnection(ConnectionString(file));
        await connection.OpenAsync(cancellation);
        Durable.Apply(connection);
        return connection;
    }

    /// <summary>
    /// One writer of the main file at a time, in the order in which they ask. SQLite has one write lock, and those who find it taken poll for it: whoever
    /// writes in this process waits here instead, and only other processes are met at the lock.
    /// </summary>
    /// <returns>To be disposed when the turn is over.</returns>
    internal async Task<IDisposable> TurnAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        return new Turn(_writing);
    }

    public void Dispose() => _writing.Dispose();

    private sealed class Turn(SemaphoreSlim writing) : IDisposable
    {
        public void Dispose() => writing.Release();
    }

    /// <summary>
    /// An acknowledged write survives a power cut: write-ahead log, and a sync at every commit. SQLite itself waits for a lock: the driver would ask again
    /// only every 150 ms. Said once to each connection: the driver hands the same ones out again and again, and asking at each would cost more than most questions.
    /// </summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        public static readonly Durable Instance = new();

        private static readonly ConditionalWeakTable<sqlite3, Durable> Told = [];

        public static void Apply(DbConnection connection)
        {
            if (((SqliteConnection)connection).Handle is not { } handle || Told.TryGetValue(handle, out _))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA foreign_keys = ON;";
            command.ExecuteNonQuery();
            Told.Add(handle, Instance);
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }
    }
}
