using Modular.Contracts.Reports;
using Modular.Statistics.Figures;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Statistics.Tests.Suppression;

/// <summary>
/// An attacker who knows everything but the facts: the figures' definitions, every published number, that a hidden one is not 0. He writes down every
/// table of people that agrees with the report, and looks whether a small number is the same in all of them. In a report of some size he must not even
/// be able to say that it is small.
/// </summary>
[TestClass]
public sealed class BruteForceAttackTests
{
    private static readonly string[] Problems = ["a", "b", "c"];
    private static readonly string[] Sexes = ["f", "m"];

    /// <summary>A person is one of six: problem × sex; VIF is a or b, by rule.</summary>
    private static readonly (string Problem, string Sex)[] Kinds = [.. Problems.SelectMany(_ => Sexes, (problem, sex) => (problem, sex))];

    [TestMethod]
    public async Task No_small_cell_can_be_told_from_any_consistent_table()
    {
        var random = new Random(2024);
        var hidden = 0;
        for (var round = 0; round < 80; round++)
        {
            hidden += await AttackAsync(random);
        }

        Assert.IsGreaterThan(100, hidden, "The attack had nothing to look for.");
    }

    private static async Task<int> AttackAsync(Random random)
    {
        var people = Kinds.Select(_ => random.Next(3) == 0 ? random.Next(9) : random.Next(4)).ToArray();
        var facts = new FactsInMemory();
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var (problem, sex) = Kinds[kind];
            facts.Add(people[kind], "2024-02-02", $"problem={problem}", $"sex={sex}", $"vif={(problem == "c" ? "no" : "yes")}");
        }

        FigureDefinition[] all =
        [
            Count("all"), Count("vif", where: "vif=yes"), Count("women", where: "sex=f"), Count("by_problem", by: ["problem"]), Count("by_sex", by: ["sex"]),
            Count("crossed", by: ["problem", "sex"]), Count("vif_by_sex", by: ["sex"], where: "vif=yes"),
        ];
        var asked = all.Where(_ => random.Next(3) > 0).ToArray();
        var cells = (await facts.ComputeAsync("2024", false, asked)).Values.SelectMany(Cells).Where(cell => cell.Kinds.Length > 0).ToList();
        var small = cells.Where(cell => cell.Shown.Suppressed && Sum(people, cell.Kinds) < 5).ToList();
        foreach (var cell in small)
        {
            var attack = new Attack(cells, cell);
            var report = $"{string.Join(' ', people)} in {string.Join(' ', asked.Select(figure => figure.Name))}";
            Assert.IsTrue(attack.Finds(sum => sum != Sum(people, cell.Kinds)), $"{cell.Name} is told by {report}.");
            Assert.IsTrue(people.Sum() < 12 || attack.Finds(sum => sum >= 5), $"{cell.Name} is small in every table that agrees with {report}.");
        }

        return small.Count;
    }

    /// <summary>Looks through all tables, kind after kind of people, for one that agrees with the report and in which the wanted cell is as said.</summary>
    private sealed class Attack(List<Seen> cells, Seen wanted)
    {
        private const int Most = 11;

        private readonly int[] _order = [.. Enumerable.Range(0, Kinds.Length).OrderBy(kind => !wanted.Kinds.Contains(kind))];
        private readonly int[] _table = new int[Kinds.Length];

        public bool Finds(Func<int, bool> wantedSum) => Fill(0, wantedSum);

        private bool Fill(int depth, Func<int, bool> wantedSum)
        {
            if (depth == Kinds.Length)
            {
                return wantedSum(Sum(_table, wanted.Kinds));
            }

            var kind = _order[depth];
            for (var number = Most; number >= 0; number--)
            {
                _table[kind] = number;
                if (Agrees(depth) && Fill(depth + 1, wantedSum))
                {
                    return true;
                }
            }

            _table[kind] = 0;
            return false;
        }

        private bool Agrees(int depth)
        {
            foreach (var (_, shown, kinds) in cells)
            {
                var sum = Sum(_table, kinds);
                var full = Array.TrueForAll(kinds, kind => Array.IndexOf(_order, kind) <= depth);
                if (shown.Suppressed ? full && sum == 0 : sum > shown.Value || (full && sum != shown.Value))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed record Seen(string Name, Cell Shown, int[] Kinds);

    private static IEnumerable<Seen> Cells(Figure figure)
    {
        int[] Where(Func<(string Problem, string Sex), bool> also) =>
        [
            .. Enumerable.Range(0, Kinds.Length)
                .Where(kind => figure.Declared.Where.All(condition => Holds(condition.Key, condition.Value[0], Kinds[kind])) && also(Kinds[kind])),
        ];
        yield return new(figure.Name, figure.Value.Now, Where(_ => true));
        foreach (var row in figure.Rows)
        {
            yield return new(
                $"{figure.Name} {string.Join('/', row.Keys)}",
                row.Value.Now,
                Where(kind => row.Keys.Zip(figure.Declared.By).All(pair => Holds(pair.Second, pair.First, kind))));
        }
    }

    private static bool Holds(string dimension, string code, (string Problem, string Sex) kind) => code == dimension switch
    {
        "problem" => kind.Problem,
        "sex" => kind.Sex,
        _ => kind.Problem == "c" ? "no" : "yes",
    };

    private static int Sum(int[] people, int[] kinds)
    {
        var sum = 0;
        foreach (var kind in kinds)
        {
            sum += people[kind];
        }

        return sum;
    }
}
