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

    public string ConnectionString => _connection.ConnectionString;

    /// <summary>A list goes over as one value: with one parameter for each of its items, EF writes the question anew each time it is asked.</summary>
    public void Configure(DbContextOptionsBuilder options) => options
        .UseNpgsql(ConnectionString, server => server.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    /// <summary>Whoever writes waits in the database, with those of other hosts.</summary>
    public Task<IDisposable?> TurnAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);

    public Task LockAsync(DbTransaction transaction, string tables, CancellationToken cancellation = default) =>
        ((NpgsqlConnection)transaction.Connection!).ExecuteAsync(AdvisoryLock.OfTransaction(tables), cancellation);

    public async Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellation = default) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public async Task<IAsyncDisposable?> ServeAsync(Action<string> replaced, CancellationToken cancellation = default) =>
        await ServedLock.SetAsync(this, replaced, cancellation);

    public async Task<IAsyncDisposable> HoldAsync(string name, CancellationToken cancellation = default) =>
        await AdvisoryLock.TakeAsync(this, name, cancellation);

    public async Task<DbConnection> OpenJournalAsync(CancellationToken cancellation = default) => await OpenAsync(cancellation);

    /// <summary>One that was set so, or a copy that follows another.</summary>
    public async Task<bool> OnlyReadsAsync(DbConnection journal, CancellationToken cancellation = default) =>
        await ((NpgsqlConnection)journal).ScalarAsync(
            "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean", cancellation) is true;

    public async Task<DateTimeOffset?> NowAsync(DbConnection journal, CancellationToken cancellation = default) =>
        await ((NpgsqlConnection)journal).ScalarAsync("SELECT clock_timestamp()", cancellation) is DateTime now ? new DateTimeOffset(now) : null;

    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation = default) => OpenAsync(ConnectionString, cancellation);

    /// <summary>For what takes as long as it takes (a copy, a restore, a step of the schema), and is handed to nobody else afterwards.</summary>
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

    public Task CopyAsync(string folder, CancellationToken cancellation) => CopyAsync(folder, null, cancellation);

    /// <param name="steps">What an earlier version made of the tables, as the last step of each module on SQLite; null when they are of this one.</param>
    public async Task CopyAsync(string folder, IReadOnlyDictionary<string, int>? steps, CancellationToken cancellation)
    {
        await using var connection = await OpenPatientlyAsync(cancellation);
        await using var reading = await BeginReadingAsync(connection, cancellation);
        await using var copy = await SqliteCopy.OpenAsync(folder, time, steps, cancellation);
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

    public IDatabaseCopy CopyIn(string folder) => new SqliteDatabase(folder, isCopy: true);

    /// <summary>What the server says of a row may be a person; what it says of a connection, a place or itself is not.</summary>
    public string NameOf(DbException failure) => failure switch
    {
        PostgresException { SqlState: ['0', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['5', _, ..] } said =>
            $"PostgreSQL says: {said.MessageText} ({said.SqlState})",
        PostgresException said => $"PostgreSQL error {said.SqlState}",
        _ => $"PostgreSQL is not reached ({failure.InnerException?.GetType().Name ?? failure.GetType().Name})",
    };

    /// <summary>Away: no connection, one that the server ended, an operator at work, or a server that only reads since another took over.</summary>
    public DatabaseFailure KindOf(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => DatabaseFailure.Damaged,
        PostgresException { InvariantSeverity: "FATAL" or "PANIC" } => DatabaseFailure.Away,
        PostgresException { SqlState: ['5', '3', ..] } => DatabaseFailure.Full,
        PostgresException { SqlState: ['0', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['5', '7', ..] or ['5', '8', ..] } =>
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
}
