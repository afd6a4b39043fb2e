using Modular.Contracts.Reports;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Statistics.Tests.Figures;

/// <summary>What the engine counts in one pass is what somebody would count who looks at one fact after the other.</summary>
[TestClass]
public sealed class CountedOneByOneTests
{
    private const string Unit = FactUnits.HalfDays;

    private static readonly string[] Questions = ["q0", "q1", "q2", "q3", "several", "month", "weekday"];

    [TestMethod]
    [DataRow(0)]
    [DataRow(300)]
    [DataRow(70_000, DisplayName = "More than one processor counts")]
    public async Task Any_figure_says_what_a_naive_count_says(int count)
    {
        var random = new Random(count);
        var facts = Enumerable.Range(0, count).Select(_ => Some(random)).ToList();
        var figures = Enumerable.Range(0, count > 1000 ? 12 : 60).Select(number => Figure($"f{number}", random)).ToArray();
        var computed = await new FactsInMemory().Add(facts).ComputeAsync("2024", compared: false, figures);
        foreach (var figure in figures)
        {
            Check(figure, facts, computed[figure.Name]);
        }
    }

    [TestMethod]
    public async Task A_small_number_among_very_many_facts_is_hidden_and_cannot_be_got_back()
    {
        var facts = new FactsInMemory().Add(12_000, "2024-05-02", "sex=female").Add(7_000, "2024-06-02", "sex=male").Add(3, "2024-07-02", "sex=other");
        var figure = (await facts.ComputeAsync("2024", false, Count("all"), Count("by", by: ["sex"])))["by"];
        Assert.AreEqual(19_003, figure.Value.Now.Value);
        CollectionAssert.AreEquivalent(new[] { "other", "male" }, figure.Rows.Where(row => row.Value.Now.Suppressed).Select(row => row.Keys[0]).ToArray());
    }

    private static void Check(FigureDefinition figure, List<Fact> facts, Figure computed)
    {
        var asked = facts.Where(fact => figure.By.All(question => !Answers(fact, question).SequenceEqual([Fact.NotApplicable])))
            .Where(fact => figure.Where.All(where => IsMet(where, fact) || IsNotKnown(fact, where.Key)))
            .ToList();
        var placed = asked.Where(fact => figure.Where.All(where => IsMet(where, fact)))
            .Where(fact => figure.Kind == FigureKind.Count || fact.Measures.ContainsKey(figure.Subject))
            .ToList();
        Assert.AreEqual(Value(figure, placed), computed.Value.Now.Value, figure.Name);
        Assert.AreEqual(
            asked.Count - placed.Count + placed.Count(fact => figure.By.Any(question => IsNotKnown(fact, question))), computed.NotKnown.Value, figure.Name);
        if (figure.By.Count > 0)
        {
            var rows = placed
                .SelectMany(fact => Answers(fact, figure.By[0])
                    .SelectMany(one => figure.By.Count == 1 ? [one] : Answers(fact, figure.By[1]).Select(other => $"{one}|{other}"))
                    .Select(keys => (keys, fact)))
                .GroupBy(row => row.keys, row => row.fact)
                .ToDictionary(row => row.Key, row => Value(figure, [.. row]));
            var shown = computed.Rows.ToDictionary(row => string.Join('|', row.Keys), row => row.Value.Now.Value);
            CollectionAssert.IsSubsetOf(rows.Keys, shown.Keys);
            foreach (var (keys, value) in shown)
            {
                Assert.AreEqual(rows.GetValueOrDefault(keys, figure.Kind == FigureKind.Median ? null : 0), value, $"{figure.Name} {keys}");
            }
        }
    }

    private static decimal? Value(FigureDefinition figure, List<Fact> facts)
    {
        if (figure.Kind == FigureKind.Count)
        {
            return facts.Count;
        }

        var numbers = facts.Select(fact => fact.Measures[figure.Subject]).Order().ToList();
        return figure.Kind == FigureKind.Sum ? numbers.Sum()
            : numbers.Count == 0 ? null
            : (numbers[(numbers.Count - 1) / 2] + numbers[numbers.Count / 2]) / 2m;
    }

    private static bool IsMet(KeyValuePair<string, IReadOnlyList<string>> where, Fact fact) => Answers(fact, where.Key).Any(answer =>
        where.Value is [FigureDefinition.Known] ? answer is not ("unknown" or "not_given" or Fact.NotApplicable) : where.Value.Contains(answer));

    private static bool IsNotKnown(Fact fact, string question) => Answers(fact, question).Any(answer => answer is "unknown" or "not_given");

    private static IReadOnlyList<string> Answers(Fact fact, string question) => question switch
    {
        "month" => [$"{fact.On.Month:00}"],
        "weekday" => [$"{(((int)fact.On.DayOfWeek + 6) % 7) + 1}"],
        _ => fact.Codes.GetValueOrDefault(question, ["not_given"]),
    };

    private static Fact Some(Random random)
    {
        var codes = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (number, question) in Questions.Take(4).Index())
        {
            var code = random.Next(5 << (number * 2));
            if (code > 0)
            {
                codes[question] = [code switch { 1 => "unknown", 2 when number < 2 => Fact.NotApplicable, _ => $"c{code}" }];
            }
        }

        if (random.Next(3) > 0)
        {
            codes["several"] = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"s{random.Next(6)}").Distinct()];
        }

        var measures = random.Next(4) == 0 ? new Dictionary<string, int>() : new() { ["size"] = random.Next(-40, 400) };
        return new(Site.Id, Unit, "", new DateOnly(2024, 1, 1).AddDays(random.Next(366)), codes, measures);
    }

    private static FigureDefinition Figure(string name, Random random)
    {
        var questions = Questions.OrderBy(_ => random.Next()).ToList();
        var kind = random.Next(3) switch { 0 => FigureKind.Median, 1 => FigureKind.Sum, _ => FigureKind.Count };
        return new()
        {
            Name = name,
            Kind = kind,
            Subject = kind == FigureKind.Count ? Unit : "size",
            Unit = Unit,
            By = [.. questions.Take(random.Next(3))],
            Where = questions.Skip(2).Take(random.Next(3)).ToDictionary(question => question, IReadOnlyList<string> (question) => question switch
            {
                "month" => ["02", "11"],
                "weekday" => ["1"],
                "several" => ["s1", "s4"],
                _ => random.Next(2) == 0 ? [FigureDefinition.Known] : ["c3", "c4", "unknown"],
            }),
        };
    }
}
