using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;
using SpreadCheetah;

namespace Modular.Benchmarks.Measures;

/// <summary>Tables in and out, by the command itself from its start to its end, beside the least that the same rows cost.</summary>
internal static class Exchange
{
    private const int Few = 1000;

    /// <summary>What an import leaves behind.</summary>
    private static readonly string[] Tables = ["intake_situation", "intake_name_key", "statistics_fact"];

    public static async Task ImportAsync(TextWriter output, int situations)
    {
        using var host = new ModularHost();
        await host.RunAsync(["situations", "import", YearOfSituations.Site, await TableAsync(host, "few.csv", Few, YearOfSituations.Year - 1)]);
        var table = await TableAsync(host, "many.csv", situations, YearOfSituations.Year);
        var (took, memory) = await host.MeasureAsync("situations", "import", YearOfSituations.Site, table);
        var bare = BareInsert(host.DataFolder);
        Say(output, "seconds", took.TotalSeconds, "s");
        Say(output, "rows", situations / took.TotalSeconds, "rows/s");
        Say(output, "bare_insert", bare.TotalSeconds, "s");
        Say(output, "ratio", took / bare, "");
        Say(output, "memory", memory / 1024.0 / 1024.0, "MiB");
    }

    public static async Task ExportAsync(TextWriter output, int situations)
    {
        using var host = new ModularHost();
        await host.RunAsync(["situations", "import", YearOfSituations.Site, await TableAsync(host, "many.csv", situations, YearOfSituations.Year)]);
        string Named(string file) => Path.Combine(host.DataFolder, file);
        await host.RunAsync(["situations", "export", YearOfSituations.Site, Named("same.csv")]);
        var (took, memory) = await host.MeasureAsync("situations", "export", YearOfSituations.Site, Named("export.xlsx"));
        await BareSheetAsync(Named("same.csv"), Named("warm.xlsx"));
        var bare = await BareSheetAsync(Named("same.csv"), Named("bare.xlsx"));
        Say(output, "seconds", took.TotalSeconds, "s");
        Say(output, "bare_sheet", bare.TotalSeconds, "s");
        Say(output, "memory", memory / 1024.0 / 1024.0, "MiB");
    }

    private static async Task<string> TableAsync(ModularHost host, string name, int situations, int lastYear)
    {
        var table = Path.Combine(host.DataFolder, name);
        await ManySituations.WriteFullAsync(table, situations, lastYear);
        return table;
    }

    /// <summary>The same rows once more, into the same tables of an empty file, by one prepared statement a table in one transaction.</summary>
    private static TimeSpan BareInsert(string folder)
    {
        using var full = Open(Path.Combine(folder, "modular.db"));
        using var empty = Open(Path.Combine(folder, "bare.db"));
        var rows = new Dictionary<string, List<object[]>>();
        foreach (var table in Tables)
        {
            foreach (var statement in Rows(full, $"SELECT sql FROM sqlite_master WHERE tbl_name = '{table}' AND sql IS NOT NULL ORDER BY type = 'index'"))
            {
                using var create = empty.CreateCommand();
                create.CommandText = (string)statement[0];
                create.ExecuteNonQuery();
            }

            rows[table] = Rows(full, $"SELECT * FROM {table}");
        }

        var began = Stopwatch.GetTimestamp();
        using var transaction = empty.BeginTransaction();
        foreach (var (table, values) in rows)
        {
            using var insert = empty.CreateCommand();
            var parameters = values[0].Select((_, index) => insert.Parameters.Add(new SqliteParameter($"@p{index}", null))).ToList();
            insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})";
            insert.Prepare();
            foreach (var row in values)
            {
                for (var column = 0; column < row.Length; column++)
                {
                    parameters[column].Value = row[column];
                }

                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
        return Stopwatch.GetElapsedTime(began);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var durable = connection.CreateCommand();
        durable.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
        durable.ExecuteNonQuery();
        return connection;
    }

    private static List<object[]> Rows(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static async Task<TimeSpan> BareSheetAsync(string csv, string xlsx)
    {
        var rows = (await File.ReadAllLinesAsync(csv)).Select(line => line.Split(';').Select(cell => new DataCell(cell)).ToList()).ToList();
        var began = Stopwatch.GetTimestamp();
        await using var file = File.Create(xlsx);
        await using var spreadsheet = await Spreadsheet.CreateNewAsync(file);
        await spreadsheet.StartWorksheetAsync("situations");
        foreach (var row in rows)
        {
            await spreadsheet.AddRowAsync(row);
        }

        await spreadsheet.FinishAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.##} {unit}").TrimEnd());
}
