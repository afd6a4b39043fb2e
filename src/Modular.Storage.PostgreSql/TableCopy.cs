using System.Data.Common;
using System.Runtime.CompilerServices;
using Modular.Storage.Backups;
using Modular.Storage.Sqlite;
using Npgsql;

namespace Modular.Storage.PostgreSql;

/// <summary>Rows of all tables on their way between PostgreSQL and a copy: the same columns by name, each value in its database's own kind.</summary>
internal static class TableCopy
{
    /// <summary>In PostgreSQL, the tables of all modules; what else may be in the database is not ours.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT relname::text FROM pg_class
            WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
                AND split_part(relname::text, '_', 1) IN (SELECT lower(module) FROM schema_version)
            ORDER BY 1
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string> tables = [];
        while (await reader.ReadAsync(cancellation))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    public static async Task WriteAsync(NpgsqlConnection from, SqliteCopy copy, CancellationToken cancellation)
    {
        foreach (var table in copy.Tables)
        {
            var columns = await CopiedColumn.OfAsync(from, table, cancellation);
            await copy.WriteAsync(table, [.. columns.Select(column => column.Name)], RowsAsync(from, table, columns, cancellation), cancellation);
        }
    }

    /// <summary>Into tables as the scripts made them, within a transaction of the connection's.</summary>
    public static async Task ReadAsync(SqliteCopy copy, NpgsqlConnection to, CancellationToken cancellation)
    {
        foreach (var table in copy.Tables)
        {
            var columns = await CopiedColumn.OfAsync(to, table, cancellation);
            // The journal may not be emptied: it is empty.
            await to.ExecuteAsync($"DELETE FROM \"{table}\"", cancellation);
            await using (var import = await to.BeginBinaryImportAsync($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)", cancellation))
            {
                await foreach (var row in copy.ReadAsync(table, [.. columns.Select(column => column.Name)], cancellation))
                {
                    await import.StartRowAsync(cancellation);
                    for (var at = 0; at < columns.Count; at++)
                    {
                        if (await row.IsDBNullAsync(at, cancellation))
                        {
                            await import.WriteNullAsync(cancellation);
                        }
                        else
                        {
                            await import.WriteAsync(columns[at].Write(Kept(table, row, at)), columns[at].Kind, cancellation);
                        }
                    }
                }

                await import.CompleteAsync(cancellation);
            }

            foreach (var column in columns.Where(column => column.IsCounted))
            {
                // The numbers that the database gives go on after those that are there.
                await to.ExecuteAsync(
                    $"SELECT setval(pg_get_serial_sequence('{table}', '{column.Name}'), GREATEST((SELECT max(\"{column.Name}\") FROM \"{table}\"), 1))",
                    cancellation);
            }
        }
    }

    /// <summary>
    /// SQLite keeps a character that PostgreSQL cannot: nobody ever saw it, and a text is the same without it. A row of the journal is evidence.
    /// </summary>
    private static object Kept(string table, DbDataReader row, int at) =>
        row.GetValue(at) is var value && (value is not string text || !text.Contains('\0', StringComparison.Ordinal)) ? value
        : table != "journal_row" ? ((string)value).Replace("\0", "", StringComparison.Ordinal)
        : throw new BackupRefusedException(
            [$"row {row["number"]} of its journal holds the character U+0000, which PostgreSQL cannot keep, and is not to be changed."]);

    private static async IAsyncEnumerable<object[]> RowsAsync(
        NpgsqlConnection from, string table, IReadOnlyList<CopiedColumn> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var select = from.CreateCommand();
        select.CommandText = $"SELECT {Names(columns)} FROM \"{table}\"";
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        var row = new object[columns.Count];
        while (await reader.ReadAsync(cancellation))
        {
            for (var at = 0; at < row.Length; at++)
            {
                row[at] = await reader.IsDBNullAsync(at, cancellation) ? DBNull.Value : columns[at].Read(reader, at);
            }

            yield return row;
        }
    }

    private static string Names(IEnumerable<CopiedColumn> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
}
