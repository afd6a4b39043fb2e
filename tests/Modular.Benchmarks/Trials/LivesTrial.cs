using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Benchmarks.Lives;
using Modular.Sites;
using Modular.Tests;

namespace Modular.Benchmarks.Trials;

/// <summary>
/// Random sites, or those of the project, live through the same months on SQLite and on PostgreSQL: whatever they are asked, they must answer the same.
/// </summary>
internal static partial class LivesTrial
{
    private static readonly string[] Real = ["Dunkerque", "Pantin", "Loire", "HauteMarne"];

    [GeneratedRegex("[0-9A-Fa-f]{8}-?(?:[0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}")]
    private static partial Regex Identifier();

    public static async Task<bool> RunAsync(int lives, TextWriter output)
    {
        var server = await PostgreSqlServer.GetAsync();
        var (different, lines) = (0, 0);
        for (var seed = 1; seed <= lives; seed++)
        {
            using var plugins = new Plugins();
            // Every fourth is a site of the project; beside each is another, where few things happen.
            var first = seed % 4 == 0 ? plugins.Add(Real[seed / 4 % Real.Length]) : RandomSite.Write(seed, plugins.Folder);
            var second = RandomSite.Write(100_000 + seed, plugins.Folder);
            LoadedSite[] sites = [LivedSites.Load(first), LivedSites.Load(second)];
            var told = await Task.WhenAll(LiveAsync(sites, server, seed, isOnPostgreSql: false), LiveAsync(sites, server, seed, isOnPostgreSql: true));
            lines += told[0].Count;
            if (FirstDifference(told[0], told[1]) is { } difference)
            {
                different++;
                await output.WriteLineAsync($"life {seed}: {difference}");
            }
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"lives: {lives}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"lines: {lines}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"different: {different}"));
        return different == 0;
    }

    /// <returns>What was answered; identifiers that nobody chose by the order in which they come.</returns>
    private static async Task<IReadOnlyList<string>> LiveAsync(IReadOnlyList<LoadedSite> sites, PostgreSqlServer server, int seed, bool isOnPostgreSql)
    {
        await using var host = await LivedHost.StartAsync(new LivedSites(sites), server, isOnPostgreSql);
        var told = await new RandomLife(host, sites, seed).LiveAsync();
        var names = new Dictionary<string, string>();
        return [.. told.Select(line => Identifier().Replace(line, found => Named(names, found.Value.Replace("-", "", StringComparison.Ordinal))))];
    }

    private static string Named(Dictionary<string, string> names, string identifier)
    {
        if (!names.TryGetValue(identifier, out var name))
        {
            names.Add(identifier, name = string.Create(CultureInfo.InvariantCulture, $"#{names.Count}"));
        }

        return name;
    }

    private static string? FirstDifference(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var line = Enumerable.Range(0, Math.Min(one.Count, other.Count)).Cast<int?>().FirstOrDefault(at => one[at!.Value] != other[at.Value]);
        return line is { } at ? $"line {at}\n  SQLite:     {one[at]}\n  PostgreSQL: {other[at]}"
            : one.Count > 0 && one[^1].StartsWith(RandomLife.Failed, StringComparison.Ordinal) ? one[^1]
            : one.Count != other.Count ? $"{one.Count} lines on SQLite, {other.Count} on PostgreSQL"
            : null;
    }
}
