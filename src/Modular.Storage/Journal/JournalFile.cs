using Microsoft.Data.Sqlite;
using Modular.Access.Journal;

namespace Modular.Storage.Journal;

/// <summary>The statements of the journal's file.</summary>
internal static class JournalFile
{
    public static JournalHead Last(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT number, hash FROM journal_row ORDER BY number DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? new JournalHead(reader.GetInt64(0), reader.GetString(1)) : new JournalHead(0, JournalChain.Origin);
    }

    public static void Append(SqliteConnection connection, SqliteTransaction transaction, JournalRow row)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO journal_row VALUES ($number, $at, $account, $login, $act, $site, $subject, $detail, $hash)";
        command.Parameters.AddWithValue("$number", row.Number);
        command.Parameters.AddWithValue("$at", row.At.UtcTicks);
        command.Parameters.AddWithValue("$account", row.Account.ToString());
        command.Parameters.AddWithValue("$login", row.Login);
        command.Parameters.AddWithValue("$act", row.Act);
        command.Parameters.AddWithValue("$site", (object?)row.Site ?? DBNull.Value);
        command.Parameters.AddWithValue("$subject", (object?)row.Subject ?? DBNull.Value);
        command.Parameters.AddWithValue("$detail", (object?)row.Detail ?? DBNull.Value);
        command.Parameters.AddWithValue("$hash", row.Hash);
        command.ExecuteNonQuery();
    }

    public const string Columns = "number, at, account, login, act, site, subject, detail, hash";

    public static JournalRow Read(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero),
        Guid.Parse(reader.GetString(2)),
        reader.GetString(3),
        reader.GetString(4),
        Text(reader, 5),
        Text(reader, 6),
        Text(reader, 7),
        reader.GetString(8));

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
