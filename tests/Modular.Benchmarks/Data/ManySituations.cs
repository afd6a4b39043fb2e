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

    /// <summary>The same with the columns that a table kept by hand for years has: telephones, birth dates, notes.</summary>
    public static async Task WriteFullAsync(string file, int situations, int lastYear)
    {
        var random = new Random(19);
        await WriteAsync(file, situations, lastYear);
        var lines = await File.ReadAllLinesAsync(file);
        await using var table = new StreamWriter(file);
        await table.WriteLineAsync(lines[0] + ";person.birth_date;safe_phone;secondary_problems;known_to_services;note");
        foreach (var line in lines.Skip(1))
        {
            var (phone, born) = (random.Next(100_000_000), new DateOnly(1940, 1, 1).AddDays(random.Next(25_000)));
            var note = string.Join(' ', Enumerable.Range(0, random.Next(40)).Select(_ => Name(random.Next(Names))));
            await table.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{line};{born:dd/MM/yyyy};06{phone:00000000};{(random.Next(3) == 0 ? Problems[random.Next(Problems.Length)] : "")};inconnu;{note}"));
        }
    }

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
