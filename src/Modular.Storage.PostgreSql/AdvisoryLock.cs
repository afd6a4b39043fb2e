using Npgsql;

namespace Modular.Storage.PostgreSql;

/// <summary>What hosts agree on by a name in the database. This one is held by a session until it is disposed of; whoever dies lets go of it.</summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    /// <summary>A machine that vanished lets go of what its session holds within half a minute, not within two hours.</summary>
    private const string SoonMissed = "SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private readonly NpgsqlConnection _connection;
    private readonly string _name;

    private AdvisoryLock(NpgsqlConnection connection, string name) => (_connection, _name) = (connection, name);

    /// <summary>Waits for it until the transaction ends. A machine that vanished in the middle of that does not keep the others out.</summary>
    public static string OfTransaction(string name) => $"SET LOCAL idle_in_transaction_session_timeout = '60s'; SELECT pg_advisory_xact_lock({Key(name)})";

    /// <summary>True when nobody else has it; then until the transaction ends.</summary>
    public static string IfFree(string name) => $"SELECT pg_try_advisory_xact_lock({Key(name)})";

    /// <summary>Waits for it, together with others that want it so, until the session ends.</summary>
    public static string Shared(string name) => $"{SoonMissed}; SELECT pg_advisory_lock_shared({Key(name)})";

    public static async Task<AdvisoryLock> TakeAsync(PostgreSqlDatabase database, string name, CancellationToken cancellation)
    {
        var connection = await database.OpenAsync(cancellation);
        try
        {
            await using var wait = new NpgsqlCommand($"{SoonMissed}; SELECT pg_advisory_lock({Key(name)})", connection) { CommandTimeout = 0 };
            await wait.ExecuteNonQueryAsync(cancellation);
            return new AdvisoryLock(connection, name);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _connection.ExecuteAsync($"SELECT pg_advisory_unlock({Key(_name)})", CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // With the connection went the lock.
        }

        await _connection.DisposeAsync();
    }

    /// <param name="name">One of ours: never what somebody typed.</param>
    private static string Key(string name) => $"hashtextextended('{name}', 0)";
}
