using System.Data.Common;
using Modular.Access.Journal;

namespace Modular.Storage.Journal;

/// <summary>The statements of the journal's file.</summary>
internal static class JournalStatements
{
    public static JournalHead Last(DbConnection connection, DbTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT number, hash FROM journal_row ORDER BY number DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? new JournalHead(reader.GetInt64(0), reader.GetString(1)) : new JournalHead(0, JournalChain.Origin);
    }

    public static void Append(DbConnection connection, DbTransaction transaction, JournalLine row)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO journal_row VALUES (@number, @at, @account, @login, @act, @site, @subject, @detail, @hash)";
        command.Add("@number", row.Number);
        command.Add("@at", row.At.UtcTicks);
        command.Add("@account", row.Account.ToString());
        command.Add("@login", row.Login);
        command.Add("@act", row.Act);
        command.Add("@site", row.Site);
        command.Add("@subject", row.Subject);
        command.Add("@detail", row.Detail);
        command.Add("@hash", row.Hash);
        command.ExecuteNonQuery();
    }

    public static long LastBrought(DbConnection connection, DbTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT last FROM journal_brought";
        return (long)command.ExecuteScalar()!;
    }

    public static void Brought(DbConnection connection, DbTransaction transaction, long last)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE journal_brought SET last = @last";
        command.Add("@last", last);
        command.ExecuteNonQuery();
    }

    public const string Columns = "number, at, account, login, act, site, subject, detail, hash";

    public static JournalLine Read(DbDataReader reader) => new(
        reader.GetInt64(0),
        new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero),
        Guid.Parse(reader.GetString(2)),
        reader.GetString(3),
        reader.GetString(4),
        Text(reader, 5),
        Text(reader, 6),
        Text(reader, 7),
        reader.GetString(8));

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
