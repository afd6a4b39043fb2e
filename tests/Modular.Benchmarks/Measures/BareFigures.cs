using Modular.Benchmarks.Data;
using Modular.Contracts.Reports;

namespace Modular.Benchmarks.Measures;

/// <summary>The same figures by loops over arrays, one after the other, as somebody would write them who has nothing else to do.</summary>
internal static class BareFigures
{
    /// <returns>By figure, its total.</returns>
    public static Dictionary<string, decimal> Compute(AskedArrays facts, IEnumerable<FigureDefinition> figures) =>
        figures.Where(figure => figure.Kind != FigureKind.Share).ToDictionary(figure => figure.Name, figure => Compute(facts, figure));

    private static decimal Compute(AskedArrays facts, FigureDefinition figure)
    {
        var conditions = facts.Conditions(figure).ConvertAll(condition => (Values: facts.Questions[condition.Question], condition.Wanted)).ToArray();
        var (first, second) = (Values(0), Values(1));
        var size = figure.By.Count > 1 ? facts.Size(figure.By[1]) : 1;
        var counts = new int[figure.By.Count == 0 ? 1 : facts.Size(figure.By[0]) * size];
        if (figure.Kind != FigureKind.Count)
        {
            return Measured(figure, conditions, facts.Measures[figure.Subject], first, counts.Length);
        }

        for (var row = 0; row < facts.Rows; row++)
        {
            if (Holds(conditions, row))
            {
                counts[first is null ? 0 : second is null ? first[row] : (first[row] * size) + second[row]]++;
            }
        }

        return counts.Sum();

        ushort[]? Values(int index) => figure.By.Count > index ? facts.Questions[figure.By[index]] : null;
    }

    private static decimal Measured(FigureDefinition figure, (ushort[] Values, bool[] Wanted)[] conditions, int[] measure, ushort[]? by, int rows)
    {
        var most = measure.Max() + 1;
        var counts = new int[rows * most];
        for (var row = 0; row < measure.Length; row++)
        {
            if (measure[row] >= 0 && Holds(conditions, row))
            {
                counts[((by?[row] ?? 0) * most) + measure[row]]++;
            }
        }

        var all = Enumerable.Range(0, most).Select(value => Enumerable.Range(0, rows).Sum(row => counts[(row * most) + value])).ToArray();
        return figure.Kind == FigureKind.Sum ? all.Index().Sum(value => (decimal)value.Index * value.Item) : (At((all.Sum() - 1) / 2) + At(all.Sum() / 2)) / 2m;

        int At(int place)
        {
            var value = 0;
            for (; place >= all[value]; value++)
            {
                place -= all[value];
            }

            return value;
        }
    }

    private static bool Holds((ushort[] Values, bool[] Wanted)[] conditions, int row)
    {
        foreach (var (values, wanted) in conditions)
        {
            if (!wanted[values[row]])
            {
                return false;
            }
        }

        return true;
    }
}
