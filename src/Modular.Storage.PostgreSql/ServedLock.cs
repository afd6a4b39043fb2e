using Npgsql;

namespace Modular.Storage.PostgreSql;

/// <summary>Says in the database that a host serves it, as long as it does. It stands with a connection, and is set again when that was cut off.</summary>
internal sealed class ServedLock : IAsyncDisposable
{
    /// <summary>Held by each host together with the others, and by whoever replaces the data alone.</summary>
    public const string Name = "served";

    private static readonly TimeSpan Looked = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Other rows, or other times, after a restore and after a step of the schema.</summary>
    private const string Print = "SELECT string_agg(module || number || applied_at, ' ' ORDER BY module, number) FROM schema_version";

    private readonly PostgreSqlDatabase _database;
    private readonly Action<string> _replaced;
    private readonly string _print;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _looking;
    private readonly SemaphoreSlim _turn = new(1);
    private NpgsqlConnection? _connection;
    private bool _isReplaced;

    private ServedLock(PostgreSqlDatabase database, NpgsqlConnection connection, string print, Action<string> replaced)
    {
        (_database, _connection, _print, _replaced) = (database, connection, print, replaced);
        _looking = LookAsync();
    }

    public static async Task<ServedLock> SetAsync(PostgreSqlDatabase database, Action<string> replaced, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(database, cancellation);
        return new ServedLock(database, connection, await PrintAsync(connection, cancellation), replaced);
    }

    /// <summary>A server that hangs is not waited for: with the process goes its connection, and with that the lock.</summary>
    public async ValueTask DisposeAsync()
    {
        var ending = EndAsync();
        await Task.WhenAny(ending, Task.Delay(Patience));
    }

    private async Task EndAsync()
    {
        await _over.CancelAsync();
        await _looking;
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _turn.Dispose();
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

    private static async Task<string> PrintAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.ScalarAsync(Print, cancellation) as string ?? "";

    /// <summary>Sets the lock again when its connection is lost: the server was started anew, or another has taken its place.</summary>
    /// <returns>False once what is there is not what was served; whoever serves it was told.</returns>
    internal async Task<bool> IsSameAsync()
    {
        await _turn.WaitAsync(_over.Token);
        try
        {
            if (_connection is null && !_isReplaced)
            {
                _connection = await ConnectAsync(_database, _over.Token);
                if (await PrintAsync(_connection, _over.Token) != _print)
                {
                    _isReplaced = true;
                    _replaced($"{_database.Place} was restored, or changed by a later version, while it was not reached.");
                }
            }

            await (_connection?.ExecuteAsync("SELECT 1", _over.Token) ?? Task.CompletedTask);
        }
        catch (Exception) when (!_over.IsCancellationRequested)
        {
            // Whatever it is (a name that is not found is no error of Npgsql's), the next look tries again.
            await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
            _connection = null;
        }
        finally
        {
            _turn.Release();
        }

        return !_isReplaced;
    }

    private async Task LookAsync()
    {
        using var pulse = new PeriodicTimer(Looked);
        try
        {
            while (await pulse.WaitForNextTickAsync(_over.Token) && await IsSameAsync())
            {
                // Until then nothing is to be done.
            }
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // It is served no more.
        }
    }
}
