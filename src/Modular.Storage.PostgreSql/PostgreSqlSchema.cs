using Modular.Storage.Backups;
using Modular.Storage.Schema;
using Npgsql;

namespace Modular.Storage.PostgreSql;

/// <summary>Numbered scripts, one series a module (<c>Intake/001.postgresql.sql</c>), applied in one transaction by one host at a time, after a copy.</summary>
internal sealed class PostgreSqlSchema(PostgreSqlDatabase database, TimeProvider time) : ISchema
{
    public async Task ApplyAsync(CancellationToken cancellation = default)
    {
        PrivateFile.CreateFolder(database.DataFolder);
        await using var connection = await database.OpenAsync(cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        var scripts = SchemaScript.Of(typeof(PostgreSqlSchema).Assembly);
        if (scripts.All(script => applied.Contains((script.Module, script.Number))))
        {
            return;
        }

        if (applied.Count > 0)
        {
            var folder = Path.Combine(database.DataFolder, "backups", FormattableString.Invariant($"before-schema-{time.GetUtcNow():yyyyMMddHHmmss}"));
            PrivateFile.CreateFolder(folder);
            await database.CopyAsync(folder, cancellation);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ApplyAsync(connection, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Within a transaction. Another host may have begun a moment before: it is waited for.</summary>
    public async Task ApplyAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await database.LockAsync(transaction, "schema", cancellation);
        await ExecuteAsync(connection, """
            CREATE TABLE IF NOT EXISTS schema_version (
                module text NOT NULL, number integer NOT NULL, applied_at timestamptz NOT NULL, PRIMARY KEY (module, number))
            """, cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        foreach (var script in SchemaScript.Of(typeof(PostgreSqlSchema).Assembly).Where(script => !applied.Contains((script.Module, script.Number))))
        {
            await ExecuteAsync(connection, script.Text, cancellation);
            await using var note = connection.CreateCommand();
            note.CommandText = "INSERT INTO schema_version VALUES (@module, @number, @at)";
            note.Add("@module", script.Module);
            note.Add("@number", script.Number);
            note.Add("@at", time.GetUtcNow());
            await note.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task<HashSet<(string, int)>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var known = connection.CreateCommand();
        known.CommandText = "SELECT to_regclass('schema_version') IS NOT NULL";
        HashSet<(string, int)> applied = [];
        if (await known.ExecuteScalarAsync(cancellation) is not true)
        {
            return applied;
        }

        known.CommandText = "SELECT module, number FROM schema_version";
        await using var reader = await known.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            applied.Add((reader.GetString(0), reader.GetInt32(1)));
        }

        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
