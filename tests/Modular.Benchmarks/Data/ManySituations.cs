using System.Globalization;

namespace Modular.Benchmarks.Data;

/// <summary>
/// A table of invented situations of several years, with names as unevenly spread as names are: the most frequent one in a hundred is somebody else's too.
/// Nobody was met yet. The same every time.
/// </summary>
internal static class ManySituations
{
    private const int Names = 20_000;
    private const int Years = 8;

    private static readonly string[] Problems =
        ["violences_conjugales", "violences_ex_conjoint", "conflit_familial", "personne_vulnerable", "mineur_en_danger", "logement"];
    private static readonly string[] Syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo"];

    public static string MostFrequentName => Name(0);

    public static async Task WriteAsync(string file, int situations, int lastYear)
    {
        var random = new Random(17);
        var days = Years * 365;
        var first = new DateOnly(lastYear, 12, 31).AddDays(1 - days);
        await using var table = new StreamWriter(file);
        await table.WriteLineAsync("referred_on;problem;person.last_name;person.first_name");
        for (var index = 0; index < situations; index++)
        {
            var name = NameOf(random);
            await table.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{first.AddDays((int)((long)index * days / situations)):yyyy-MM-dd};{Problems[random.Next(Problems.Length)]};{name};")
                + FirstNameOf(random));
        }
    }

    /// <summary>Of rank r, a name is borne about once in r: as in a directory of telephones.</summary>
    public static string NameOf(Random random) => Name((int)Math.Pow(Names, random.NextDouble()) - 1);

    public static string FirstNameOf(Random random) => Name(random.Next(300));

    private static string Name(int rank)
    {
        var name = "";
        for (var rest = rank + Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            name += Syllables[rest % Syllables.Length];
        }

        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
