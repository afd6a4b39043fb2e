using System.Numerics;
using Modular.Contracts.Reports;
using Modular.Statistics.Figures;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Statistics.Tests.Suppression;

/// <summary>An attacker who adds and subtracts published numbers, with exact fractions: he must not arrive at a small one, nor at a small difference.</summary>
[TestClass]
public sealed class RationalAttackTests
{
    private static readonly string[] Problems = ["p1", "p2", "p3", "p4", "p5"];
    private static readonly string[] Sexes = ["f", "m", "unknown"];
    private static readonly string[] Forces = ["police", "gendarmerie"];

    /// <summary>Every kind of person there can be; VIF is p1 or p2, by rule.</summary>
    private static readonly Dictionary<string, string>[] Kinds =
    [
        .. from problem in Problems from sex in Sexes from force in Forces
           select new Dictionary<string, string> { ["problem"] = problem, ["sex"] = sex, ["force"] = force, ["vif"] = problem is "p1" or "p2" ? "yes" : "no" },
    ];

    [TestMethod]
    public async Task No_sum_or_difference_of_published_numbers_is_a_small_cell()
    {
        var random = new Random(11);
        var hidden = 0;
        for (var round = 0; round < 25; round++)
        {
            hidden += await AttackAsync(random);
        }

        Assert.IsGreaterThan(60, hidden, "The attack had nothing to look for.");
    }

    private static async Task<int> AttackAsync(Random random)
    {
        var people = Kinds.Select(_ => random.Next(4) == 0 ? random.Next(40) : random.Next(5)).ToArray();
        var facts = new FactsInMemory();
        foreach (var (kind, number) in Kinds.Zip(people))
        {
            facts.Add(number, "2024-02-02", [.. kind.Select(answer => $"{answer.Key}={answer.Value}")]);
        }

        FigureDefinition[] asked =
        [
            Count("all"), Count("vif", where: "vif=yes"), Count("police", where: "force=police"), Count("p1", where: "problem=p1"),
            Count("by_problem", by: ["problem"]), Count("by_sex", by: ["sex"]),
            Count("by_force", by: ["force"]), Count("crossed", by: ["problem", "sex"]), Count("vif_by_force", by: ["force"], where: "vif=yes"),
        ];
        var cells = (await facts.ComputeAsync("2024", false, asked)).Values.SelectMany(Cells).ToList();
        var span = new Span([.. cells.Where(cell => !cell.Shown.Suppressed).Select(cell => cell.Kinds)]);
        var small = cells.Where(cell => cell.Shown.Suppressed && Sum(cell.Kinds) < 5).ToList();
        foreach (var cell in small)
        {
            Assert.IsFalse(span.Holds(cell.Kinds), $"{cell.Name} = {Sum(cell.Kinds)} follows from what is published.");
        }

        foreach (var outer in cells.Where(cell => !cell.Shown.Suppressed))
        {
            foreach (var inner in cells.Where(cell => !cell.Shown.Suppressed && cell.Kinds.Zip(outer.Kinds).All(pair => pair.First <= pair.Second)))
            {
                Assert.IsFalse(Sum(outer.Kinds) - Sum(inner.Kinds) is > 0 and < 5, $"{outer.Name} less {inner.Name} is small.");
            }
        }

        return small.Count;

        int Sum(int[] kinds) => kinds.Zip(people, (isIn, number) => isIn * number).Sum();
    }

    private static IEnumerable<(string Name, Cell Shown, int[] Kinds)> Cells(Figure figure)
    {
        int[] Where(IReadOnlyList<string> keys) => [.. Kinds.Select(kind =>
            figure.Declared.Where.All(condition => kind[condition.Key] == condition.Value[0])
                && keys.Zip(figure.Declared.By).All(pair => kind[pair.Second] == pair.First) ? 1 : 0)];
        yield return (figure.Name, figure.Value.Now, Where([]));
        foreach (var row in figure.Rows)
        {
            yield return ($"{figure.Name} {string.Join('/', row.Keys)}", row.Value.Now, Where(row.Keys));
        }
    }

    /// <summary>Everything that adding, subtracting and scaling some vectors can give; fractions as a numerator over the vector's own scale.</summary>
    private sealed class Span
    {
        private readonly List<(BigInteger[] Vector, int Pivot)> _basis = [];

        public Span(IEnumerable<int[]> vectors)
        {
            foreach (var vector in vectors)
            {
                var left = Reduce(vector);
                if (Array.FindIndex(left, entry => !entry.IsZero) is var pivot and >= 0)
                {
                    _basis.Add((left, pivot));
                }
            }
        }

        public bool Holds(int[] vector) => Array.TrueForAll(Reduce(vector), entry => entry.IsZero);

        private BigInteger[] Reduce(int[] vector)
        {
            var left = vector.Select(entry => new BigInteger(entry)).ToArray();
            foreach (var (basis, pivot) in _basis)
            {
                var (scale, times) = (basis[pivot], left[pivot]);
                if (!times.IsZero)
                {
                    left = [.. left.Zip(basis, (one, other) => (one * scale) - (other * times))];
                }
            }

            return left;
        }
    }
}
