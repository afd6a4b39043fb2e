using Modular.Statistics.Figures;

namespace Modular.Statistics.Suppression;

/// <summary>
/// Small-cell suppression. A count of one to four people is hidden, and as many others as it takes for nobody to get it back: not from a total, a share, a
/// complement or another figure. What is hidden is decided here, before any page, file or chart sees a cell.
/// </summary>
/// <remarks>
/// A hidden cell can be got back when it is a sum and difference of published ones: when its set of classes is in their linear span. That alone would let
/// two hidden cells of which only the sum 2 is known be read as 1 and 1. So a small cell counts as protected only when we can show another set of numbers, just
/// as consistent with all that is published, in which it is not small.
/// </remarks>
internal static class CellSuppression
{
    public static void Protect(CellGroup group, FactClasses facts, int smallestCell)
    {
        var cells = group.Ordered();
        if (!MayTell(cells, smallestCell))
        {
            return;
        }

        var classes = facts.Of(group, cells);
        var variables = CountVariable.Of(cells, classes, smallestCell);
        if (variables.TrueForAll(variable => variable.Count >= smallestCell))
        {
            return;
        }

        var published =
            from item in variables.Index()
            where !item.Item.IsHidden
            orderby item.Item.Usefulness, item.Item.Count
            select item.Index;
        var span = new RowEchelonForm(FactClassMatrix.Of(cells.Count, classes, variables), [.. published]);
        var withdrawn = new List<int>();
        for (var small = 0; small < variables.Count; small++)
        {
            var missing = smallestCell - variables[small].Count;
            while (missing > 0 && (span.Tells(small) || !new Simplex(span.Steps(), variables).CanRaise(small, missing)))
            {
                var related = span.RelatedTo(small);
                if (related.Count == 0)
                {
                    break;
                }

                var least = related
                    .OrderBy(index => variables[index].Usefulness == Usefulness.Headline)
                    .ThenBy(index => !variables[index].IsBeside(variables[small]))
                    .ThenBy(index => variables[index].Usefulness)
                    .ThenBy(index => variables[index].Count)
                    .ThenBy(index => index)
                    .First();
                if (variables[least].Usefulness == Usefulness.Headline && !span.Tells(small) && HasPlayInItsTables(small, variables))
                {
                    break;
                }

                variables[least].Hide();
                span.Withdraw(least);
                withdrawn.Add(least);
            }
        }

        // A cell that the published ones still tell hides nothing: it was withdrawn in vain.
        foreach (var index in withdrawn.Where(span.Tells))
        {
            variables[index].Show();
        }
    }

    /// <summary>Whether a number is small, or may be what two others differ by: without that, whom each holds need not be looked at.</summary>
    private static bool MayTell(IReadOnlyList<CountedCell> cells, int smallestCell)
    {
        if (cells.Any(cell => cell.Count < smallestCell))
        {
            return true;
        }

        var byCount = cells.OrderBy(cell => cell.Count).ToList();
        for (var inner = 0; inner < byCount.Count; inner++)
        {
            for (var outer = inner + 1; outer < byCount.Count && byCount[outer].Count - byCount[inner].Count < smallestCell; outer++)
            {
                var (small, large) = (byCount[inner], byCount[outer]);
                var mayBeInside = small.CellConditions.IsInside(large.CellConditions)
                    || (small.Usefulness >= Usefulness.Filtered && large.Usefulness >= Usefulness.Filtered);
                if (small.Count < large.Count && mayBeInside)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>All that is left to hide may be the report's first number: it stays as long as no figure gives a small cell away by it.</summary>
    private static bool HasPlayInItsTables(int small, List<CountVariable> variables) => variables[small].Tables.All(table =>
    {
        var rows = variables.Where((variable, index) => index == small || variable.IsHiddenRowOf(table)).ToList();
        return rows.Count == 1 || rows.Exists(row => row.Count > row.Least);
    });
}
