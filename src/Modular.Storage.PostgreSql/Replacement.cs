using Modular.Storage.Backups;
using Modular.Storage.Sqlite;

namespace Modular.Storage.PostgreSql;

/// <summary>Has copies of all tables in the place of those that there are: wholly, or not at all.</summary>
internal sealed class Replacement(PostgreSqlDatabase database, PostgreSqlSchema schema)
{
    public async Task ApplyAsync(SqliteCopy copy, string aside, CancellationToken cancellation)
    {
        await using var connection = await database.OpenPatientlyAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await connection.ScalarAsync(AdvisoryLock.IfFree(ServedLock.Name), cancellation) is not true)
        {
            throw new BackupRefusedException([$"a host serves {database.Place}: stop all of them first."]);
        }

        if (database.HasData)
        {
            await database.CopyAsync(aside, await PostgreSqlSchema.StepsAsync(connection, cancellation), cancellation);
            foreach (var table in (string[])[.. await TableCopy.TablesAsync(connection, cancellation), "schema_version"])
            {
                await connection.ExecuteAsync($"DROP TABLE \"{table}\" CASCADE", cancellation);
            }
        }

        await schema.ApplyAsync(connection, transaction, cancellation);
        await TableCopy.ReadAsync(copy, connection, cancellation);

        // In a backup the journal is a little newer than the tables: the lines of the next changes are counted on from what it has brought.
        await connection.ExecuteAsync("""
            SELECT setval(pg_get_serial_sequence('intake_journal', 'id'),
                GREATEST((SELECT max(id) FROM intake_journal), (SELECT last FROM journal_brought), 1))
            """, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
