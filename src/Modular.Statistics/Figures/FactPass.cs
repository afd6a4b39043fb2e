using Modular.Statistics.Facts;

namespace Modular.Statistics.Figures;

/// <summary>One pass over the facts of a unit for all that is asked of them.</summary>
internal static class FactPass
{
    /// <summary>Facts read at once: their values stay in the processor's cache until everything has counted them.</summary>
    private const int Block = 4096;

    /// <summary>Fewer are not worth a processor of their own.</summary>
    private const int LeastShare = 8 * Block;

    /// <summary>Questions that together have no more combinations are counted as one.</summary>
    private const int CountedTogether = 512;

    /// <summary>Beyond so many combinations it is less work to look at each fact.</summary>
    private const int MostCombinations = 1 << 18;

    /// <summary>Counts every combination that is asked for.</summary>
    /// <param name="asked">Numbers of columns, for each figure.</param>
    /// <returns>What was counted: each list of columns is within one of these, but where the combinations are too many to be counted.</returns>
    public static IReadOnlyList<Combinations> Count(FactRange facts, IReadOnlyList<AskedColumn> columns, IEnumerable<int[]> asked)
    {
        var plan = Plan(columns, asked, Math.Min(MostCombinations, Math.Max(Block, 4L * facts.Count)));
        var shares = Math.Clamp(facts.Count / LeastShare, 1, Environment.ProcessorCount);
        var counted = Enumerable.Range(0, shares).Select(_ => plan.ConvertAll(combinations => combinations.Empty())).ToList();
        if (shares == 1)
        {
            CountShare(facts, columns, counted[0]);
        }
        else
        {
            Parallel.For(0, shares, share => CountShare(
                new(facts.Columns, facts.From + Part(share), facts.From + Part(share + 1)), columns, counted[share]));
        }

        foreach (var later in counted.Skip(1))
        {
            foreach (var (combinations, other) in counted[0].Zip(later))
            {
                combinations.Add(other);
            }
        }

        return counted[0];

        int Part(int share) => (int)((long)facts.Count * share / shares);
    }

    private static void CountShare(FactRange facts, IReadOnlyList<AskedColumn> columns, List<Combinations> counted)
    {
        var read = counted.SelectMany(combinations => combinations.Columns).Distinct().ToList();
        var values = new int[columns.Count][];
        read.ForEach(column => values[column] = new int[Block]);
        var scratch = new int[Block];
        for (var from = facts.From; from < facts.To; from += Block)
        {
            var length = Math.Min(Block, facts.To - from);
            foreach (var column in read)
            {
                columns[column].Read(from, values[column].AsSpan(0, length));
            }

            foreach (var combinations in counted)
            {
                combinations.Count(values, length, from, scratch);
            }
        }
    }

    /// <summary>The largest first: what few combinations tell is counted with others.</summary>
    private static List<Combinations> Plan(IReadOnlyList<AskedColumn> columns, IEnumerable<int[]> asked, long most)
    {
        var plan = new List<HashSet<int>>();
        foreach (var wanted in asked.Where(wanted => Size(wanted) <= most).OrderByDescending(Size))
        {
            var together = plan.Where(other => other.SetEquals(wanted) || Size(other.Union(wanted)) <= CountedTogether)
                .MinBy(other => Size(other.Union(wanted)));
            if (together is null)
            {
                plan.Add([.. wanted]);
            }
            else
            {
                together.UnionWith(wanted);
            }
        }

        return plan.ConvertAll(together => new Combinations([.. together], [.. together.Select(column => columns[column].Answers.Count)]));

        double Size(IEnumerable<int> together) => together.Aggregate(1.0, (product, column) => product * columns[column].Answers.Count);
    }
}
