using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Storage.Sqlite;
using Npgsql;

namespace Modular.Storage.PostgreSql;

/// <summary>A database that others keep, shared by several hosts. It is copied as files of SQLite and restored from them: a backup is one everywhere.</summary>
/// <param name="dataFolder">Where this host has its keys, its drafts and its backups.</param>
/// <param name="connectionString">As a setting has it.</param>
/// <param name="time">When scripts are applied.</param>
internal sealed class PostgreSqlDatabase(string dataFolder, string connectionString, TimeProvider time) : IDatabase, IDisposable
{
    /// <summary>How many connections a host takes at most, unless the setting says: several share the hundred that a server gives by default.</summary>
    private const int Connections = 30;

    /// <summary>How many statements a connection keeps ready: those that are asked all day.</summary>
    private const int Statements = 100;

    /// <summary>A machine that vanished lets go of what its session holds within half a minute, not within two hours.</summary>
    public const string SoonMissed = "SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private static readonly IDisposable NoTurn = new MemoryStream();

    private readonly NpgsqlConnectionStringBuilder _connection = Completed(connectionString);

    public string DataFolder => dataFolder;

    public string Place => $"database {_connection.Database} of {_connection.Host}";

    public bool HasData
    {
        get
        {
            using var connection = new NpgsqlConnection(ConnectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT to_regclass('schema_version') IS NOT NULL";
            return command.ExecuteScalar() is true;
        }
    }

    public IReadOnlyList<string> Files => [];

    public string ConnectionString => _connection.ConnectionString;

    /// <summary>A list goes over as one value: with one parameter for each of its items, EF writes the question anew each time it is asked.</summary>
    public void Configure(DbContextOptionsBuilder options) => options
        .UseNpgsql(ConnectionString, server => server.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    /// <summary>Whoever writes waits in the database, with those of other hosts.</summary>
    public Task<IDisposable> TurnAsync(CancellationToken cancellation) => Task.FromResult(NoTurn);

    public async Task LockAsync(DbTransaction transaction, string tables, CancellationToken cancellation = default)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        // A machine that vanished in the middle of it does not keep the others out.
        command.CommandText = "SET LOCAL idle_in_transaction_session_timeout = '60s'; SELECT pg_advisory_xact_lock(hashtextextended(@tables, 0))";
        command.Add("@tables", tables);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellation = default) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public async Task<IAsyncDisposable> ServeAsync(CancellationToken cancellation = default) => await ServedLock.SetAsync(this, cancellation);

    public async Task<IAsyncDisposable> HoldAsync(string name, CancellationToken cancellation = default)
    {
        var connection = await OpenAsync(cancellation);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = SoonMissed;
            await command.ExecuteNonQueryAsync(cancellation);
            command.CommandText = "SELECT pg_advisory_lock(hashtextextended(@name, 0))";
            command.CommandTimeout = 0;
            command.Add("@name", name);
            await command.ExecuteNonQueryAsync(cancellation);
            return new AdvisoryLock(connection, name);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<DbConnection> OpenJournalAsync(CancellationToken cancellation = default) => await OpenAsync(cancellation);

    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation = default) => OpenAsync(ConnectionString, cancellation);

    /// <summary>For what takes as long as there is data: a copy, a restore, a step of the schema.</summary>
    public Task<NpgsqlConnection> OpenPatientlyAsync(CancellationToken cancellation) =>
        OpenAsync(new NpgsqlConnectionStringBuilder(ConnectionString) { CommandTimeout = 0, Pooling = false }.ConnectionString, cancellation);

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task CopyAsync(string folder, CancellationToken cancellation)
    {
        await using var connection = await OpenPatientlyAsync(cancellation);
        await using var reading = await BeginReadingAsync(connection, cancellation);
        await using var copy = await SqliteCopy.OpenAsync(folder, time, cancellation);
        await TableCopy.WriteAsync(connection, copy, cancellation);
    }

    public async Task ReplaceAsync(string copies, string aside, CancellationToken cancellation)
    {
        await using (var copy = await SqliteCopy.OpenAsync(copies, time, cancellation))
        {
            await new Replacement(this, new PostgreSqlSchema(this, time, NullLogger<PostgreSqlSchema>.Instance)).ApplyAsync(copy, aside, cancellation);
        }

        foreach (var file in CopyIn(copies).Files.Select(name => Path.Combine(copies, name)))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // What is restored is in the database: a copy that stays is read by nobody.
            }
        }
    }

    public IDatabase CopyIn(string folder) => new SqliteDatabase(folder, isCopy: true);

    /// <summary>Each table is read from one end to the other.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation)
    {
        List<string> faults = [];
        await using var connection = await OpenPatientlyAsync(cancellation);
        foreach (var table in await TableCopy.TablesAsync(connection, cancellation))
        {
            try
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT count(*) FROM \"{table}\"";
                await command.ExecuteScalarAsync(cancellation);
            }
            catch (PostgresException)
            {
                faults.Add($"{table} is damaged.");
            }
        }

        return faults;
    }

    /// <summary>What the server says of a row may be a person; what it says of a connection, a place or itself is not.</summary>
    public string NameOf(DbException failure) => failure switch
    {
        PostgresException { SqlState: ['0', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['5', _, ..] } said =>
            $"PostgreSQL says: {said.MessageText} ({said.SqlState})",
        PostgresException said => $"PostgreSQL error {said.SqlState}",
        _ => $"PostgreSQL is not reached ({failure.InnerException?.GetType().Name ?? failure.GetType().Name})",
    };

    /// <summary>Away: no connection, no room, an operator at work, or a server that only reads since another took over.</summary>
    public DatabaseFailure KindOf(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => DatabaseFailure.Damaged,
        PostgresException { SqlState: ['0', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['5', '3', ..] or ['5', '7', ..] or ['5', '8', ..] } =>
            DatabaseFailure.Away,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => DatabaseFailure.Away,
        PostgresException => DatabaseFailure.Refused,
        _ => DatabaseFailure.Away,
    };

    public void Release()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    public void Dispose() => Release();

    /// <summary>What the setting leaves out. What an error quotes of a row is never told: it may be a person.</summary>
    private static NpgsqlConnectionStringBuilder Completed(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false };
        if (!given.ContainsKey("Maximum Pool Size"))
        {
            given.MaxPoolSize = Connections;
        }

        if (!given.ContainsKey("Max Auto Prepare"))
        {
            given.MaxAutoPrepare = Statements;
        }

        if (given.ApplicationName is null)
        {
            given.ApplicationName = "modular";
        }

        return given;
    }

    private sealed class AdvisoryLock(NpgsqlConnection connection, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT pg_advisory_unlock(hashtextextended(@name, 0))";
                command.Add("@name", name);
                await command.ExecuteNonQueryAsync();
            }
            catch (NpgsqlException)
            {
                // With the connection went the lock.
            }

            await connection.DisposeAsync();
        }
    }
}
