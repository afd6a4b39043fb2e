using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Modular.Tests;

namespace Modular.Storage.Tests.Intake;

/// <summary>SQLite plans without a look at what is stored: a few rows are enough.</summary>
[TestClass]
public sealed partial class SqliteListPlansTests : ListPlansContract
{
    [GeneratedRegex(@"USING (?:COVERING )?INDEX (?<index>\w+) \((?<columns>[^)]*)\)")]
    private static partial Regex Used();

    [GeneratedRegex(@"^\w+")]
    private static partial Regex Column();

    /// <summary>A page that was found is read through (<c>SCAN n</c>, a question within the question): no table is.</summary>
    [GeneratedRegex(@"SCAN (?:s\d*|intake\w*)(?: |$)", RegexOptions.Multiline)]
    private static partial Regex Scanned();

    protected override Task<DataFolder> OpenAsync() => DataFolder.CreateAsync();

    protected override ValueTask CloseAsync(DataFolder data) => data.DisposeAsync();

    protected override async Task<QueryPlan> PlanAsync(DataFolder data, string question, IReadOnlyList<DbParameter> values)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "modular.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + question;
        command.Parameters.AddRange(values.ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        var text = string.Join('\n', lines);
        var uses = Used().Matches(text).Select(use => new IndexUse(
            use.Groups["index"].Value, [.. use.Groups["columns"].Value.Split(" AND ").Select(condition => Column().Match(condition).Value)]));
        // What was found is put in order once more after it is read through: nothing before it is.
        return new QueryPlan(text, [.. uses], Scanned().IsMatch(text), text.Split("SCAN")[0].Contains("TEMP B-TREE"));
    }
}
