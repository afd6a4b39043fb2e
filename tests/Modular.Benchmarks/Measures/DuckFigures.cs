using System.Globalization;
using DuckDB.NET.Data;
using Modular.Benchmarks.Data;
using Modular.Contracts.Reports;

namespace Modular.Benchmarks.Measures;

/// <summary>The same figures by DuckDB, from a table of its own with the same columns: one query a figure, or one for all totals and one a table.</summary>
internal sealed class DuckFigures : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly AskedArrays _facts;
    private readonly List<FigureDefinition> _figures;

    public DuckFigures(AskedArrays facts, IEnumerable<FigureDefinition> figures)
    {
        (_facts, _figures) = (facts, [.. figures.Where(figure => figure.Kind != FigureKind.Share)]);
        _connection.Open();
        Execute(string.Create(CultureInfo.InvariantCulture, $"SET threads = {Environment.ProcessorCount}"));
        var columns = facts.Questions.Keys.Select(name => $"{name} {(facts.Size(name) > 256 ? "USMALLINT" : "UTINYINT")}")
            .Concat(facts.Measures.Keys.Select(name => $"m_{name} INTEGER"));
        Execute($"CREATE TABLE fact ({string.Join(", ", columns)})");
        using var appender = _connection.CreateAppender("fact");
        for (var at = 0; at < facts.Rows; at++)
        {
            var row = appender.CreateRow();
            foreach (var (name, values) in facts.Questions)
            {
                _ = facts.Size(name) > 256 ? row.AppendValue(values[at]) : row.AppendValue((byte)values[at]);
            }

            foreach (var values in facts.Measures.Values)
            {
                _ = values[at] < 0 ? row.AppendNullValue() : row.AppendValue(values[at]);
            }

            row.EndRow();
        }
    }

    /// <returns>By figure, its total.</returns>
    public Dictionary<string, decimal> OneByOne() => _figures.ToDictionary(figure => figure.Name, figure => Ask(figure, Total(figure), Where(figure)));

    /// <summary>One pass for all that has no table, and one for each table.</summary>
    public Dictionary<string, decimal> Together()
    {
        var (alone, tables) = (_figures.Where(figure => figure.By.Count == 0).ToList(), _figures.Where(figure => figure.By.Count > 0));
        var totals = tables.ToDictionary(figure => figure.Name, figure => Ask(figure, Total(figure), Where(figure)));
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", alone.Select(figure => $"{Total(figure)} FILTER ({Where(figure)})"))} FROM fact";
        using var reader = command.ExecuteReader();
        reader.Read();
        foreach (var (index, figure) in alone.Index())
        {
            totals.Add(figure.Name, Number(reader.GetValue(index)));
        }

        return totals;
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>A table's total is the sum of its rows, but a median's.</summary>
    private decimal Ask(FigureDefinition figure, string total, string where)
    {
        using var command = _connection.CreateCommand();
        var by = string.Join(", ", figure.By);
        command.CommandText = by.Length == 0 ? $"SELECT {total} FROM fact {where}" : $"SELECT {total}, {by} FROM fact {where} GROUP BY {by}";
        using var reader = command.ExecuteReader();
        var sum = 0m;
        while (reader.Read())
        {
            sum += Number(reader.GetValue(0));
        }

        return sum;
    }

    private static string Total(FigureDefinition figure) => figure.Kind switch
    {
        FigureKind.Median => $"median(m_{figure.Subject})",
        FigureKind.Sum => $"sum(m_{figure.Subject})",
        _ => "count(*)",
    };

    private string Where(FigureDefinition figure)
    {
        var conditions = _facts.Conditions(figure).Select(condition =>
            $"{condition.Question} IN ({string.Join(", ", condition.Wanted.Index().Where(value => value.Item).Select(value => value.Index).DefaultIfEmpty(-1))})");
        return "WHERE " + string.Join(" AND ", conditions.DefaultIfEmpty("true"));
    }

    private static decimal Number(object value) => Convert.ToDecimal(value is System.Numerics.BigInteger big ? (double)big : value, CultureInfo.InvariantCulture);

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
