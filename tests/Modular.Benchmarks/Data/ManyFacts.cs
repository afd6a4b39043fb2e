using Modular.Statistics.Facts;

namespace Modular.Benchmarks.Data;

/// <summary>
/// Facts of invented situations of one year: most are closed, few codes are frequent and many are rare, some questions are put under a condition, some are
/// not answered. The same every time.
/// </summary>
internal static class ManyFacts
{
    public const string Site = "banc";
    public const int Year = 2024;

    private const string Rare = "problem_of_few";

    public static readonly string[] Problems = [.. Codes("problem", 24), Rare];
    public static readonly string[] Stations = Codes("station", 6);
    public static readonly string[] Modes = Codes("mode", 9);
    public static readonly string[] Reasons = Codes("reason", 8);
    public static readonly string[] Ages = ["0_12", "13_17", "18_24", "25_39", "40_59", "60_74", "75_plus"];
    public static readonly string[] Sexes = ["female", "male", "other"];
    public static readonly string[] KnownToServices = ["suivi", "connu_non_suivi", "inconnu"];

    public static IEnumerable<Fact> Of(int situations)
    {
        var random = new Random(23);
        var first = new DateOnly(Year, 1, 1);
        for (var index = 0; index < situations; index++)
        {
            yield return Situation($"{index}", first.AddDays((int)((long)index * 366 / situations)), random);
        }
    }

    private static Fact Situation(string owner, DateOnly on, Random random)
    {
        var (isClosed, isMet) = (random.Next(100) < 85, random.Next(100) < 88);
        var problem = random.Next(20_000) == 0 ? Rare : Zipf(random, Problems);
        var codes = new Dictionary<string, IReadOnlyList<string>>
        {
            ["station"] = [Zipf(random, Stations)],
            ["force"] = [random.Next(10) < 7 ? "police" : "gendarmerie"],
            ["problem"] = [random.Next(100) == 0 ? "unknown" : problem],
            ["vif"] = [string.CompareOrdinal(problem, "problem_08") < 0 ? "yes" : "no"],
            ["status"] = [Zipf(random, Codes("status", 5))],
            ["sex"] = [random.Next(2000) switch { < 10 => "unknown", 10 => "other", < 600 => "male", _ => "female" }],
            ["referral_mode"] = [Zipf(random, Modes)],
            ["known_to_services"] = [random.Next(100) switch { < 12 => "unknown", < 14 => "refused", < 20 => "not_asked", _ => Zipf(random, KnownToServices) }],
            ["state"] = [isClosed ? "closed" : "open"],
            ["contacted"] = [isMet ? "yes" : "no"],
            ["reason"] = [isClosed ? Zipf(random, Reasons) : Fact.NotApplicable],
            ["unit_priority"] = [random.Next(100) < 20 ? "yes" : "no"],
            ["children"] = [problem is "problem_00" or "problem_01" ? random.Next(2) == 0 ? "yes" : "no" : Fact.NotApplicable],
        };
        if (random.Next(100) < 93)
        {
            codes["age_group"] = [Ages[Math.Min(random.Next(7), random.Next(3, 7))]];
        }

        if (random.Next(100) < 40)
        {
            codes["secondary_problems"] = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Zipf(random, Problems)).Distinct().Order(StringComparer.Ordinal)];
        }

        return new(Site, FactUnits.Situations, owner, on, codes, Measures(random, isClosed, isMet));
    }

    private static Dictionary<string, int> Measures(Random random, bool isClosed, bool isMet)
    {
        var measures = new Dictionary<string, int> { ["contacts"] = isMet ? Long(random, 3) : 0 };
        if (isMet)
        {
            measures["days_to_first_contact"] = Long(random, 4);
        }

        if (isClosed)
        {
            measures["days_open"] = Long(random, 60);
        }

        return measures;
    }

    private static int Long(Random random, double mean) => (int)(-Math.Log(1 - random.NextDouble()) * mean);

    /// <summary>Of rank r, a code is answered about once in r.</summary>
    private static string Zipf(Random random, string[] codes) => codes[(int)Math.Pow(codes.Length + 1, random.NextDouble()) - 1];

    private static string[] Codes(string name, int count) => [.. Enumerable.Range(0, count).Select(number => $"{name}_{number:00}")];
}
