using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Modular.Storage.Backups;
using Modular.Storage.Schema;
using Npgsql;

namespace Modular.Storage.PostgreSql;

/// <summary>Numbered scripts, one series a module (<c>Intake/001.postgresql.sql</c>), applied in one transaction by one host at a time, after a copy.</summary>
internal sealed partial class PostgreSqlSchema(PostgreSqlDatabase database, TimeProvider time, ILogger<PostgreSqlSchema> log) : ISchema
{
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(1);

    private static readonly IReadOnlyList<SchemaScript> Scripts = SchemaScript.Of(typeof(PostgreSqlSchema).Assembly);

    /// <summary>Hosts of an earlier version go on with the tables that they know: whoever is to change them waits until the last of those has ended.</summary>
    public async Task ApplyAsync(Func<Task>? upgrading = null, CancellationToken cancellation = default)
    {
        PrivateFile.CreateFolder(database.DataFolder);
        await using var connection = await database.OpenPatientlyAsync(cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        if (SchemaScript.Due(Scripts, applied, database.Place).Count == 0)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (applied.Count > 0)
        {
            await (upgrading?.Invoke() ?? Task.CompletedTask);
            await UnservedAsync(connection, cancellation);
            if (SchemaScript.Due(Scripts, await AppliedAsync(connection, cancellation), database.Place).Count == 0)
            {
                // Another host of this version has done it meanwhile.
                return;
            }

            var folder = Path.Combine(database.DataFolder, "backups", FormattableString.Invariant($"before-schema-{time.GetUtcNow():yyyyMMddHHmmss}"));
            PrivateFile.CreateFolder(folder);
            await database.CopyAsync(folder, StepsOf(applied), cancellation);
        }

        await ApplyAsync(connection, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Within a transaction. Another host may have begun a moment before: it is waited for.</summary>
    public async Task ApplyAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await database.LockAsync(transaction, "schema", cancellation);
        await connection.ExecuteAsync("""
            CREATE TABLE IF NOT EXISTS schema_version (
                module text NOT NULL, number integer NOT NULL, applied_at timestamptz NOT NULL, PRIMARY KEY (module, number))
            """, cancellation);
        foreach (var script in SchemaScript.Due(Scripts, await AppliedAsync(connection, cancellation), database.Place))
        {
            await connection.ExecuteAsync(script.Text, cancellation);
            await using var note = connection.CreateCommand();
            note.CommandText = "INSERT INTO schema_version VALUES (@module, @number, @at)";
            note.Add("@module", script.Module);
            note.Add("@number", script.Number);
            note.Add("@at", time.GetUtcNow());
            await note.ExecuteNonQueryAsync(cancellation);
        }
    }

    public static async Task<Dictionary<string, int>> StepsAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        StepsOf(await AppliedAsync(connection, cancellation));

    /// <summary>Which step of SQLite made the tables that are there: their copy is one that the version which made them opens.</summary>
    internal static Dictionary<string, int> StepsOf(IReadOnlySet<(string Module, int Number)> applied) =>
        Scripts.Where(script => applied.Contains((script.Module, script.Number))).Select(script => Same().Match(script.Text)).Where(same => same.Success)
            .GroupBy(same => same.Groups["module"].Value, same => int.Parse(same.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))
            .ToDictionary(steps => steps.Key, steps => steps.Max());

    [GeneratedRegex(@"^-- As (?<module>\w+)/(?<number>\d{3})\.sqlite\.sql\b", RegexOptions.Multiline)]
    private static partial Regex Same();

    private async Task UnservedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        using var pulse = new PeriodicTimer(Asked);
        for (var isTold = false; await connection.ScalarAsync(AdvisoryLock.IfFree(ServedLock.Name), cancellation) is not true; isTold = true)
        {
            if (SchemaScript.Due(Scripts, await AppliedAsync(connection, cancellation), database.Place).Count == 0)
            {
                return;
            }

            if (!isTold)
            {
                Waits(log, database.Place);
            }

            await pulse.WaitForNextTickAsync(cancellation);
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

    [LoggerMessage(LogLevel.Warning, "The tables of {Place} are to be brought up to date: waiting until the hosts of the earlier version have ended.")]
    private static partial void Waits(ILogger log, string place);
}
