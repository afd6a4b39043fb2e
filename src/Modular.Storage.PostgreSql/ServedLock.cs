using Npgsql;

namespace Modular.Storage.PostgreSql;

/// <summary>Says in the database that a host serves it, as long as it does. It stands with a connection, and is set again when that was cut off.</summary>
internal sealed class ServedLock : IAsyncDisposable
{
    /// <summary>Held by each host together with the others, and by whoever replaces the data alone.</summary>
    public const string Name = "served";

    private static readonly TimeSpan Looked = TimeSpan.FromSeconds(10);

    private readonly PostgreSqlDatabase _database;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _looking;
    private NpgsqlConnection? _connection;

    private ServedLock(PostgreSqlDatabase database, NpgsqlConnection connection)
    {
        (_database, _connection) = (database, connection);
        _looking = LookAsync();
    }

    public static async Task<ServedLock> SetAsync(PostgreSqlDatabase database, CancellationToken cancellation) =>
        new(database, await ConnectAsync(database, cancellation));

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _looking;
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _over.Dispose();
    }

    private static async Task<NpgsqlConnection> ConnectAsync(PostgreSqlDatabase database, CancellationToken cancellation)
    {
        var connection = await database.OpenPatientlyAsync(cancellation);
        try
        {
            await connection.ExecuteAsync(AdvisoryLock.Shared(Name), cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task LookAsync()
    {
        using var pulse = new PeriodicTimer(Looked);
        try
        {
            while (await pulse.WaitForNextTickAsync(_over.Token))
            {
                try
                {
                    _connection ??= await ConnectAsync(_database, _over.Token);
                    await _connection.ExecuteAsync("SELECT 1", _over.Token);
                }
                catch (Exception) when (!_over.IsCancellationRequested)
                {
                    // Whatever it is (a name that is not found is no error of Npgsql's), the next look tries again.
                    await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
                    _connection = null;
                }
            }
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // It is served no more.
        }
    }
}
