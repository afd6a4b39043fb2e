using Npgsql;

namespace Modular.Storage.PostgreSql;

internal static class NpgsqlCommands
{
    public static async Task ExecuteAsync(this NpgsqlConnection connection, string text, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<object?> ScalarAsync(this NpgsqlConnection connection, string text, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
