using Microsoft.Data.Sqlite;

namespace Modular.Storage.Sqlite.Tests;

internal static class Asking
{
    /// <summary>The first value that the statement gives, or null.</summary>
    public static async Task<object?> AskAsync(this SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync();
    }
}
