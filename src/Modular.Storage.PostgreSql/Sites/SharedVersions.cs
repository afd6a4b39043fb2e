using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Modular.Sites;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Storage.PostgreSql.Sites;

/// <summary>Sealed with the keys of the hosts: whoever may write to the database alone cannot put a form of his own in use.</summary>
internal sealed class SharedVersions(PostgreSqlDatabase database, IDataProtectionProvider protection) : ISharedVersions
{
    private readonly IDataProtector _seal = protection.CreateProtector("Modular.Sites.Versions");

    public IReadOnlyList<SharedUse> Uses()
    {
        using var connection = Open();
        using var command = new NpgsqlCommand("SELECT to_regclass('sites_use') IS NOT NULL", connection);
        if (command.ExecuteScalar() is not true)
        {
            // A command looks before the tables are made.
            return [];
        }

        command.CommandText = "SELECT site, hash, number FROM sites_use ORDER BY site";
        using var reader = command.ExecuteReader();
        List<SharedUse> uses = [];
        while (reader.Read())
        {
            uses.Add(new SharedUse(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt64(2)));
        }

        return uses;
    }

    public SharedVersion? Read(string hash)
    {
        using var connection = Open();
        using var command = new NpgsqlCommand("SELECT sealed FROM sites_version WHERE hash = @hash", connection);
        command.Parameters.AddWithValue("@hash", hash);
        return command.ExecuteScalar() is byte[] closed ? JsonSerializer.Deserialize<SharedVersion>(_seal.Unprotect(closed)) : null;
    }

    public SharedUse Use(string site, SharedVersion? version)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        using var command = new NpgsqlCommand(AdvisoryLock.OfTransaction("sites"), connection);
        command.ExecuteNonQuery();
        command.Parameters.AddWithValue("@site", site);
        command.Parameters.AddWithValue("@hash", NpgsqlDbType.Text, (object?)version?.Hash ?? DBNull.Value);

        // The version before stays, for hosts that are about to read it.
        command.CommandText = """
            DELETE FROM sites_version
            WHERE site = @site AND hash IS DISTINCT FROM @hash AND hash IS DISTINCT FROM (SELECT hash FROM sites_use WHERE site = @site)
            """;
        command.ExecuteNonQuery();
        if (version is not null)
        {
            command.CommandText = "INSERT INTO sites_version VALUES (@hash, @site, @sealed) ON CONFLICT DO NOTHING";
            command.Parameters.AddWithValue("@sealed", _seal.Protect(JsonSerializer.SerializeToUtf8Bytes(version)));
            command.ExecuteNonQuery();
        }

        command.CommandText = """
            INSERT INTO sites_use VALUES (@site, @hash, 1)
            ON CONFLICT (site) DO UPDATE SET hash = excluded.hash, number = sites_use.number + 1
            RETURNING number
            """;
        var number = (long)command.ExecuteScalar()!;
        transaction.Commit();
        return new SharedUse(site, version?.Hash, number);
    }

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        return connection;
    }
}
