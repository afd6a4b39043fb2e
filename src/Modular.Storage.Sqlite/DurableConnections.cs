using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Modular.Storage.Sqlite;

/// <summary>
/// An acknowledged write survives a power cut: write-ahead log, and a sync at every commit. SQLite itself waits for a lock: the driver would ask again
/// only every 150 ms. What it keeps aside to undo a part of a transaction stays in memory: else it is a file outside the data folder, made anew each time. Said
/// once to each connection: the driver hands the same ones out again and again, and asking at each would cost more than most questions.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    public static readonly DurableConnections Instance = new();

    private static readonly ConditionalWeakTable<sqlite3, DurableConnections> Told = [];

    public static void Apply(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is not { } handle || Told.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
            """;
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
