using System.Globalization;

namespace Modular.Benchmarks.Data;

/// <summary>A table of invented situations of one year, as an import reads it. The same every time.</summary>
internal static class YearOfSituations
{
    public const string Site = "dunkerque";
    public const int Year = 2024;

    private static readonly string[] Problems =
        ["violences_conjugales", "violences_ex_conjoint", "conflit_familial", "personne_vulnerable", "mineur_en_danger", "logement"];
    private static readonly string[] KnownToServices = ["suivi", "connu_non_suivi", "inconnu"];

    public static async Task WriteAsync(string file, int situations, int year = Year)
    {
        var first = new DateOnly(year, 1, 1);
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, situations)
            .Select(
                index => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{first.AddDays(index % 365):yyyy-MM-dd};{Problems[index % Problems.Length]};{KnownToServices[index % 7 % 3]}"))
            .Prepend("referred_on;problem;known_to_services"));
    }
}
