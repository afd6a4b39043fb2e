using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Modular.Benchmarks.Data;
using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using Modular.Statistics.Labels;
using Modular.Statistics.Periods;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;

namespace Modular.Benchmarks.Measures;

/// <summary>
/// The forty figures of a report by the product's own engine and store, warmed: beside DuckDB, which computes them its quicker way, and beside loops over
/// bare arrays. Those two only count: they hide no small number.
/// </summary>
internal static class Figures
{
    private const int Times = 15;
    private const int OwnersAtOnce = 5000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(TextWriter output, params int[] sizes)
    {
        foreach (var situations in sizes)
        {
            await RunAsync(output, situations);
        }
    }

    private static async Task RunAsync(TextWriter output, int situations)
    {
        var folder = Directory.CreateTempSubdirectory("modular-figures-");
        try
        {
            await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSqliteStorage(folder.FullName).BuildServiceProvider();
            await services.GetRequiredService<ISchema>().ApplyAsync();
            foreach (var facts in ManyFacts.Of(situations).Chunk(OwnersAtOnce))
            {
                await services.GetRequiredService<IFactSink>().ReplaceAsync(
                    ManyFacts.Site, facts.ToDictionary(fact => fact.Owner, IReadOnlyList<Fact> (fact) => [fact]));
            }

            await MeasureAsync(output, situations, services.GetRequiredService<IFactReader>());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(TextWriter output, int situations, IFactReader reader)
    {
        _ = ReportPeriod.TryParse($"{ManyFacts.Year}", out var period);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();
        var table = await reader.ReadAsync(ManyFacts.Site, [FactUnits.Situations], period.From, period.To);
        Say(output, $"first_read_{situations}", Stopwatch.GetElapsedTime(began).TotalMilliseconds, "ms");
        Say(output, $"memory_{situations}", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024.0, "MiB");

        var engine = new FigureEngine(reader, [], []);
        var question = new FigureQuestion(new SiteLabels(Site, [], new Dictionary<string, IReadOnlyList<Code>>()), period, null, FortyFigures.All, []);
        var figures = await TimedAsync(() => engine.ComputeAsync(question));

        var arrays = new AskedArrays(table);
        var bare = await TimedAsync(() => Task.FromResult(BareFigures.Compute(arrays, FortyFigures.All)));
        Check(figures.Result, bare.Result);
        Say(output, $"figures_{situations}", figures.Milliseconds, "ms");
        Say(output, $"hidden_{situations}", figures.Result.Sum(figure => figure.HiddenCells), "cells");
        Say(output, $"bare_{situations}", bare.Milliseconds, "ms");
        Say(output, $"ratio_to_bare_{situations}", figures.Milliseconds / bare.Milliseconds, "");
#if DUCKDB
        using var duck = new DuckFigures(arrays, FortyFigures.All);
        var oneByOne = await TimedAsync(() => Task.FromResult(duck.OneByOne()));
        var together = await TimedAsync(() => Task.FromResult(duck.Together()));
        Check(figures.Result, oneByOne.Result, together.Result);
        Say(output, $"duckdb_one_by_one_{situations}", oneByOne.Milliseconds, "ms");
        Say(output, $"duckdb_together_{situations}", together.Milliseconds, "ms");
        Say(output, $"ratio_to_duckdb_{situations}", figures.Milliseconds / Math.Min(oneByOne.Milliseconds, together.Milliseconds), "");
#endif
    }

    private static readonly SiteDefinition Site = new()
    {
        Id = ManyFacts.Site,
        Name = "Banc",
        Version = "1.0.0",
        Host = ">=1.0 <2.0",
        Employer = new("Ville", EmployerQuality.Commune),
        Posts = [],
        Stations = [.. ManyFacts.Stations.Select(station => new Station(station, station, Force.Police))],
        Codes = new Dictionary<string, IReadOnlyList<Code>>
        {
            ["problem"] = List(ManyFacts.Problems),
            ["referral_mode"] = List(ManyFacts.Modes),
            ["reason"] = List(ManyFacts.Reasons),
            ["age_group"] = List(ManyFacts.Ages),
            ["sex"] = List(ManyFacts.Sexes),
            ["known_to_services"] = List(ManyFacts.KnownToServices),
        },
    };

    private static Code[] List(string[] codes) => [.. codes.Select(code => new Code(code, code))];

    /// <summary>Of many times the middle one.</summary>
    private static async Task<(T Result, double Milliseconds)> TimedAsync<T>(Func<Task<T>> compute)
    {
        var taken = new List<double>();
        T result = default!;
        var began = Stopwatch.GetTimestamp();
        while (taken.Count < Times)
        {
            var time = Stopwatch.GetTimestamp();
            result = await compute();
            if (Stopwatch.GetElapsedTime(began, time) > WarmUp)
            {
                taken.Add(Stopwatch.GetElapsedTime(time).TotalMilliseconds);
            }
        }

        return (result, taken.Order().ElementAt(Times / 2));
    }

    /// <exception cref="InvalidOperationException">They do not count the same.</exception>
    private static void Check(IReadOnlyList<Figure> figures, params Dictionary<string, decimal>[] others)
    {
        foreach (var figure in figures.Where(figure => figure.Declared.Kind != FigureKind.Share && !figure.Value.Now.Suppressed))
        {
            var isMedianByRow = figure.Declared is { Kind: FigureKind.Median, By.Count: > 0 };
            if (!isMedianByRow && others.Any(other => other[figure.Name] != figure.Value.Now.Value))
            {
                throw new InvalidOperationException($"{figure.Name}: {figure.Value.Now.Value}, {string.Join(", ", others.Select(other => other[figure.Name]))}");
            }
        }
    }

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.##} {unit}").TrimEnd());
}
