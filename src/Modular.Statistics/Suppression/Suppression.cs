namespace Modular.Statistics;

/// <summary>
/// Small-cell suppression. A count of one to four people is hidden, and as many others as it takes for nobody to get it back: not from a total, a share, a
/// complement or another figure. What is hidden is decided here, before any page, file or chart sees a cell.
/// </summary>
/// <remarks>
/// A hidden cell can be got back when it is a sum and difference of published ones: when its set of classes is in their linear span. That alone would let
/// two hidden cells of which only the sum 2 is known be read as 1 and 1. So a small cell counts as protected only when we can show another set of numbers, just
/// as consistent with all that is published, in which it is not small.
/// </remarks>
internal static class Suppression
{
    public static void Protect(Blocks.Block block, int smallestCell)
    {
        var variables = Variable.Of(block, smallestCell);
        if (variables.TrueForAll(variable => variable.Count >= smallestCell))
        {
            return;
        }

        var span = new PublishedSpan(
            ClassMatrix.Of(block, variables),
            [.. variables.Select((variable, index) => (variable, index)).Where(item => !item.variable.IsHidden).OrderBy(item => item.variable.Usefulness).ThenBy(item => item.variable.Count).Select(item => item.index)]);

        for (var small = 0; small < variables.Count; small++)
        {
            while (variables[small].Count < smallestCell && (span.Tells(small) || !MayBeLarge(small, span, variables, smallestCell)))
            {
                var related = span.RelatedTo(small);
                if (related.Count == 0)
                {
                    break;
                }

                var least = related.OrderBy(index => variables[index].Usefulness).ThenBy(index => variables[index].Count).ThenBy(index => index).First();
                variables[least].Hide();
                span.Withdraw(least);
            }
        }
    }

    /// <summary>
    /// Whether we find numbers for the hidden cells that agree with all that is published, leave none of them empty, and make this one large. Searched by
    /// steps that leave every published cell as it is; not finding any is no proof, and hides more than needed.
    /// </summary>
    private static bool MayBeLarge(int small, PublishedSpan span, List<Variable> variables, int smallestCell)
    {
        var numbers = variables.Select(variable => (long)variable.Count).ToArray();
        var steps = span.Steps().ToList();
        var raising = steps.Where(step => step[small] != 0).Select(step => step[small] > 0 ? step : Negated(step)).ToList();
        Climb(raising);
        if (numbers[small] < smallestCell)
        {
            Climb(raising.SelectMany(step => steps.SelectMany(other => new[] { Sum(step, other, 1), Sum(step, other, -1) })).Where(step => step[small] > 0));
        }

        return numbers[small] >= smallestCell;

        void Climb(IEnumerable<long[]> candidates)
        {
            foreach (var step in candidates)
            {
                var times = (smallestCell - numbers[small] + step[small] - 1) / step[small];
                for (var index = 0; index < numbers.Length && times > 0; index++)
                {
                    if (step[index] < 0)
                    {
                        times = Math.Min(times, (numbers[index] - variables[index].Least) / -step[index]);
                    }
                }

                for (var index = 0; index < numbers.Length && times > 0; index++)
                {
                    numbers[index] += times * step[index];
                }

                if (numbers[small] >= smallestCell)
                {
                    return;
                }
            }
        }
    }

    private static long[] Negated(long[] step) => [.. step.Select(entry => -entry)];

    private static long[] Sum(long[] step, long[] other, int sign) => [.. step.Zip(other, (one, two) => one + (sign * two))];
}
