using System.Globalization;
using Microsoft.Data.Sqlite;
using Modular.Storage.Backups;
using Modular.Storage.Schema;

namespace Modular.Storage.Sqlite;

/// <summary>Numbered scripts, one series a module (<c>Intake/001.sqlite.sql</c>), each applied once in one transaction after a backup.</summary>
/// <param name="steps">The last of each module that is applied, as an earlier version left them; null for all.</param>
internal sealed class SqliteSchema(SqliteDatabase database, TimeProvider time, IReadOnlyDictionary<string, int>? steps = null) : ISchema
{
    private static readonly string[] JournalModules = ["Journal"];

    public async Task ApplyAsync(Func<Task>? upgrading = null, CancellationToken cancellation = default)
    {
        PrivateFile.CreateFolder(database.DataFolder);
        var scripts = SchemaScript.Of(typeof(SqliteSchema).Assembly).Where(IsWanted).ToList();
        await ApplyAsync(DataFile.Main, [.. scripts.Where(script => !JournalModules.Contains(script.Module))], upgrading, cancellation);
        await ApplyAsync(DataFile.Journal, [.. scripts.Where(script => JournalModules.Contains(script.Module))], upgrading, cancellation);
        if (steps is null)
        {
            await CountOnAsync(cancellation);
        }
    }

    private bool IsWanted(SchemaScript script) => steps is null || (steps.TryGetValue(script.Module, out var last) && script.Number <= last);

    /// <summary>
    /// In a backup the journal is a little newer than the tables: it has brought lines of changes that these do not hold. The lines of the next changes are
    /// counted on from there, or they would be taken for those.
    /// </summary>
    private async Task CountOnAsync(CancellationToken cancellation)
    {
        await using var journal = await database.OpenAsync(DataFile.Journal, cancellation);
        await using var brought = journal.CreateCommand();
        brought.CommandText = "SELECT last FROM journal_brought";
        var last = (long)(await brought.ExecuteScalarAsync(cancellation))!;
        await using var main = await database.OpenAsync(DataFile.Main, cancellation);
        await using var given = main.CreateCommand();
        given.CommandText = "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'intake_journal'), 0)";
        if ((long)(await given.ExecuteScalarAsync(cancellation))! < last)
        {
            await ExecuteAsync(
                main, null,
                "DELETE FROM sqlite_sequence WHERE name = 'intake_journal'; INSERT INTO sqlite_sequence (name, seq) VALUES ('intake_journal', $last)",
                ("$last", last));
        }
    }

    private async Task ApplyAsync(DataFile file, IReadOnlyList<SchemaScript> scripts, Func<Task>? upgrading, CancellationToken cancellation)
    {
        var isNew = !File.Exists(database.PathOf(file));
        await using var connection = await database.OpenAsync(file, cancellation);
        await ExecuteAsync(connection, null, """
            CREATE TABLE IF NOT EXISTS schema_version (
                module TEXT NOT NULL, number INTEGER NOT NULL, applied_at TEXT NOT NULL, PRIMARY KEY (module, number))
            """);
        var applied = await AppliedAsync(connection, cancellation);
        var due = SchemaScript.Due(scripts, applied, database.PathOf(file));
        if (due.Count == 0)
        {
            return;
        }

        if (!isNew && applied.Count > 0)
        {
            await (upgrading?.Invoke() ?? Task.CompletedTask);
            var backups = Directory.CreateDirectory(Path.Combine(database.DataFolder, "backups")).FullName;
            var name = FormattableString.Invariant($"before-schema-{time.GetUtcNow():yyyyMMddHHmmss}-{SqliteDatabase.NameOf(file)}");
            await SqliteDatabase.CopyAsync(connection, Path.Combine(backups, name), cancellation);
        }

        await using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have brought the schema up to date between the look and the lock.
        applied = await AppliedAsync(connection, cancellation);
        foreach (var script in due.Where(script => !applied.Contains((script.Module, script.Number))))
        {
            await ExecuteAsync(connection, transaction, script.Text);
            await ExecuteAsync(connection, transaction, "INSERT INTO schema_version VALUES ($module, $number, $at)",
                ("$module", script.Module), ("$number", script.Number), ("$at", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)));
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task<HashSet<(string, int)>> AppliedAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT module, number FROM schema_version";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new HashSet<(string, int)>();
        while (await reader.ReadAsync(cancellation))
        {
            applied.Add((reader.GetString(0), reader.GetInt32(1)));
        }

        return applied;
    }

    private static async Task ExecuteAsync(
        SqliteConnection connection, SqliteTransaction? transaction, string text, params (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync();
    }
}
