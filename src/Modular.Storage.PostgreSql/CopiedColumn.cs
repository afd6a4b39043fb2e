using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Storage.PostgreSql;

/// <summary>How a column goes over.</summary>
/// <param name="Name">The same in both databases.</param>
/// <param name="Kind">What it is in PostgreSQL.</param>
/// <param name="IsCounted">Whether PostgreSQL gives its numbers.</param>
/// <param name="Read">From PostgreSQL, as the driver of SQLite takes it.</param>
/// <param name="Write">From SQLite, as PostgreSQL takes it.</param>
internal sealed record CopiedColumn(
    string Name, NpgsqlDbType Kind, bool IsCounted, Func<NpgsqlDataReader, int, object> Read, Func<object, object> Write)
{
    public static async Task<IReadOnlyList<CopiedColumn>> OfAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT attname::text, atttypid::regtype::text, attidentity <> '' FROM pg_attribute
            WHERE attrelid = @table::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """;
        command.Add("@table", table);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<CopiedColumn> columns = [];
        while (await reader.ReadAsync(cancellation))
        {
            columns.Add(Of(reader.GetString(1)) with { Name = reader.GetString(0), IsCounted = reader.GetBoolean(2) });
        }

        return columns;
    }

    private static CopiedColumn Of(string type) => type switch
    {
        "uuid" => new("", NpgsqlDbType.Uuid, false, (row, at) => row.GetGuid(at), value => Guid.Parse((string)value)),
        "date" => new(
            "", NpgsqlDbType.Date, false, (row, at) => row.GetFieldValue<DateOnly>(at), value => DateOnly.Parse((string)value, CultureInfo.InvariantCulture)),
        "time without time zone" => new(
            "", NpgsqlDbType.Time, false, (row, at) => row.GetFieldValue<TimeOnly>(at), value => TimeOnly.Parse((string)value, CultureInfo.InvariantCulture)),
        "boolean" => new("", NpgsqlDbType.Boolean, false, (row, at) => row.GetBoolean(at), value => (long)value != 0),
        "integer" => new("", NpgsqlDbType.Integer, false, (row, at) => row.GetInt32(at), value => checked((int)(long)value)),
        "bigint" => new("", NpgsqlDbType.Bigint, false, (row, at) => row.GetInt64(at), value => value),
        "bytea" => new("", NpgsqlDbType.Bytea, false, (row, at) => row.GetFieldValue<byte[]>(at), value => value),
        "text" => new("", NpgsqlDbType.Text, false, (row, at) => row.GetString(at), value => value),
        _ => throw new InvalidOperationException($"Columns of type {type} are not copied yet."),
    };
}
