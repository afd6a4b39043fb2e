using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Modular.Tests;
using Npgsql;

namespace Modular.Storage.Tests.Intake;

/// <summary>PostgreSQL plans by what is stored: it is asked where a site has twenty thousand situations, as eight years leave them.</summary>
[TestClass]
public sealed partial class PostgreSqlListPlansTests : ListPlansContract
{
    private static readonly Lazy<Task<(DataFolder Data, PostgreSqlTestDatabase Database)>> Filled = new(FillAsync);

    [GeneratedRegex(@"(?<![\w.$'])(?:\w+\.)?""?(?<column>[a-z_]+)""? (?:=|<|>|<=|>=) ")]
    private static partial Regex Column();

    [ClassCleanup]
    public static async Task Clean()
    {
        if (Filled is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result.Data: var data } })
        {
            await data.DisposeAsync();
        }
    }

    protected override async Task<DataFolder> OpenAsync() => (await Filled.Value).Data;

    protected override ValueTask CloseAsync(DataFolder data) => ValueTask.CompletedTask;

    protected override async Task<QueryPlan> PlanAsync(DataFolder data, string question, IReadOnlyList<DbParameter> values)
    {
        await using var connection = new NpgsqlConnection((await Filled.Value).Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN (FORMAT JSON) " + question;
        command.Parameters.AddRange(values.ToArray());
        var text = (string)(await command.ExecuteScalarAsync())!;
        using var plan = JsonDocument.Parse(text);
        var nodes = Nodes(plan.RootElement[0].GetProperty("Plan")).ToList();
        return new QueryPlan(
            text,
            [.. nodes.Select(Use).OfType<IndexUse>()],
            nodes.Any(node => Type(node) is "Seq Scan" || (Type(node).Contains("Index") && !node.TryGetProperty("Index Cond", out _))),
            nodes.Any(node => Type(node).EndsWith("Sort", StringComparison.Ordinal) && IsMoreThanFound(node.GetProperty("Plans")[0])));
    }

    /// <summary>A page is put in order once more when it was found; a number, and one who bears several rare names, is one.</summary>
    private static bool IsMoreThanFound(JsonElement sorted) =>
        sorted.GetProperty("Plan Rows").GetInt32() > 1 && !Nodes(sorted).Any(below => Type(below) == "Limit");

    private static IndexUse? Use(JsonElement node) => node.TryGetProperty("Index Cond", out var condition)
        ? new IndexUse(
            node.GetProperty("Index Name").GetString()!, [.. Column().Matches(condition.GetString()!).Select(match => match.Groups["column"].Value).Distinct()])
        : null;

    private static string Type(JsonElement node) => node.GetProperty("Node Type").GetString()!;

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];

    private static async Task<(DataFolder Data, PostgreSqlTestDatabase Database)> FillAsync()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        var data = await DataFolder.CreateAsync(database: database);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        // One in fifty is open, and half of those wait; a name is borne by one in two hundred.
        foreach (var statement in (string[])
        [
            """
            INSERT INTO intake_situation (id, site, year, rank, station, referred_on, first_contact_on, contacts, closed_on, priority, contact_before,
                reminders, evaluated_by, evaluated_on, created_at, updated_at, created_by, version, definition, answers)
            SELECT gen_random_uuid(), CASE n % 3 WHEN 0 THEN 'loire' ELSE 'pantin' END, 2018, n, CASE n % 5 WHEN 0 THEN 'poste' ELSE 'autre' END,
                date '2018-11-01' + n / 11, CASE WHEN n % 100 > 0 THEN date '2018-11-02' + n / 11 END, 1,
                CASE WHEN n % 50 > 0 THEN date '2019-01-01' + n / 11 END, n % 3, CASE WHEN n % 7 > 0 THEN date '2018-11-05' + n / 11 END,
                CASE WHEN n % 150 = 0 THEN 1 ELSE 0 END, 'old', date '2026-11-01', n, n, gen_random_uuid(), 1, 'd', '\x010203'
            FROM generate_series(1, 30000) AS n
            """,
            """
            INSERT INTO intake_name_key (situation, site, key, referred_on, rank)
            SELECT id, site, decode(lpad(to_hex((rank * word) % 200), 2, '0'), 'hex'), referred_on, rank
            FROM intake_situation CROSS JOIN generate_series(1, 2) AS word ON CONFLICT DO NOTHING
            """,
            // All rows are counted, not a part of them by chance: the planner decides the same each time.
            "SET default_statistics_target = 1000",
            "VACUUM (ANALYZE)",
        ])
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        return (data, database);
    }
}
