using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Modular.Storage.Sqlite;

/// <summary>The rows of all tables as files of SQLite, in which every database is copied and from which it is restored.</summary>
internal sealed class SqliteCopy : IAsyncDisposable
{
    private readonly SqliteDatabase _database;
    private readonly List<(string Table, SqliteConnection In)> _tables = [];
    private readonly List<SqliteConnection> _files = [];

    private SqliteCopy(SqliteDatabase database) => _database = database;

    /// <summary>In the order in which they were made: what is referred to comes first.</summary>
    public IEnumerable<string> Tables => _tables.Select(table => table.Table);

    /// <summary>The files of a folder, at the schema of this version: they may be of an earlier one, or not be there yet.</summary>
    public static Task<SqliteCopy> OpenAsync(string folder, TimeProvider time, CancellationToken cancellation) => OpenAsync(folder, time, null, cancellation);

    /// <param name="steps">For files that are made now: the last step of each module that an earlier version knew; null for all of this one's.</param>
    public static async Task<SqliteCopy> OpenAsync(
        string folder, TimeProvider time, IReadOnlyDictionary<string, int>? steps, CancellationToken cancellation)
    {
        var copy = new SqliteCopy(new SqliteDatabase(folder));
        try
        {
            await new SqliteSchema(copy._database, time, steps).ApplyAsync(cancellation: cancellation);
            foreach (var file in Enum.GetValues<DataFile>())
            {
                var connection = await copy._database.OpenAsync(file, cancellation);
                copy._files.Add(connection);
                copy._tables.AddRange((await TablesAsync(connection, cancellation)).Select(table => (table, connection)));
            }

            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<DbDataReader> ReadAsync(
        string table, IReadOnlyList<string> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var select = In(table).CreateCommand();
        select.CommandText = $"SELECT {Names(columns)} FROM \"{table}\"";
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return reader;
        }
    }

    /// <summary>In the place of what is there; each value as the driver takes it.</summary>
    public async Task WriteAsync(string table, IReadOnlyList<string> columns, IAsyncEnumerable<object[]> rows, CancellationToken cancellation)
    {
        await using var transaction = In(table).BeginTransaction();
        await using var statement = In(table).CreateCommand();
        statement.CommandText = $"DELETE FROM \"{table}\"";
        await statement.ExecuteNonQueryAsync(cancellation);
        statement.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})";
        var parameters = columns.Select((_, at) => statement.Parameters.AddWithValue($"@p{at}", DBNull.Value)).ToList();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            for (var at = 0; at < row.Length; at++)
            {
                parameters[at].Value = row[at];
            }

            await statement.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files)
        {
            await file.DisposeAsync();
        }

        _database.Dispose();
    }

    private static async Task<List<string>> TablesAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'schema_version' ORDER BY rowid";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string> tables = [];
        while (await reader.ReadAsync(cancellation))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private SqliteConnection In(string table) => _tables.First(known => known.Table == table).In;
}
