using System.Globalization;

namespace Modular.Benchmarks.Data;

/// <summary>The site of Dunkerque with a hundred stations more: a post in each, there every weekday since five years ago.</summary>
internal static class HundredStations
{
    public const int Years = 5;

    private const string LastStation = "\"commune\": \"Dunkerque\" }";
    private const string LastPost = "\"stations\": [\"dunkerque\"] }";
    private const string FirstPattern = "\"patterns\": [";
    private const string HalfDays = "\"halfDays\":";

    public static string Station(int number) => string.Create(CultureInfo.InvariantCulture, $"lieu-{number}");

    public static async Task WriteAsync(string plugin, DateOnly today)
    {
        await InsertAsync(Path.Combine(plugin, "site.json"), LastStation, number =>
            $$""", { "id": "{{Station(number)}}", "name": "Lieu {{number}}", "force": "police", "commune": "Commune {{number}}" }""");
        await InsertAsync(Path.Combine(plugin, "site.json"), LastPost, number =>
            $$""", { "id": "poste-du-{{Station(number)}}", "name": "Poste {{number}}", "stations": ["{{Station(number)}}"] }""");
        var week = """{ "monday": "day", "tuesday": "day", "wednesday": "day", "thursday": "day", "friday": "day" }""";
        await InsertAsync(Path.Combine(plugin, "presence.json"), FirstPattern, number => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "post": "poste-du-{{Station(number)}}", "station": "{{Station(number)}}", "from": "{{today.AddYears(-Years):yyyy-MM-dd}}", "week": {{week}} },"""));
        await ReplaceAsync(Path.Combine(plugin, "presence.json"), HalfDays, $"\"published\": true, {HalfDays}");
    }

    private static Task InsertAsync(string file, string after, Func<int, string> line) =>
        ReplaceAsync(file, after, after + string.Concat(Enumerable.Range(1, 100).Select(line)));

    private static async Task ReplaceAsync(string file, string what, string by)
    {
        var text = await File.ReadAllTextAsync(file);
        if (text.Split(what).Length != 2)
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)} does not say {what} once.");
        }

        await File.WriteAllTextAsync(file, text.Replace(what, by, StringComparison.Ordinal));
    }
}
