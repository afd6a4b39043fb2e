namespace Modular.Statistics.Suppression;

/// <summary>
/// Which classes of facts each variable holds, as rows over a prime field. With many classes they are mixed at random into a few more rows than there are
/// variables: every dependency between variables survives that, and a chance one (about one in two thousand million) would only hide more.
/// </summary>
internal static class FactClassMatrix
{
    private const int RowsPerClass = 4;

    public static ulong[][] Of(int cellCount, IReadOnlyCollection<int[]> classes, List<CountVariable> variables)
    {
        var columnOf = new int[cellCount];
        Array.Fill(columnOf, -1);
        for (var index = 0; index < variables.Count; index++)
        {
            if (variables[index].First >= 0)
            {
                columnOf[variables[index].First] = index;
            }
        }

        var wanted = (variables.Count * 5 / 4) + 16;
        var mixed = classes.Count > wanted;
        var rows = Enumerable.Range(0, mixed ? wanted : classes.Count).Select(_ => new ulong[variables.Count]).ToArray();
        var random = new Random(2);
        var next = 0;
        foreach (var cells in classes)
        {
            for (var times = mixed ? RowsPerClass : 1; times > 0; times--)
            {
                var row = rows[mixed ? random.Next(rows.Length) : next++];
                var factor = mixed ? (ulong)random.Next(1, int.MaxValue) : 1UL;
                foreach (var cell in cells)
                {
                    if (columnOf[cell] is var column and >= 0)
                    {
                        row[column] += factor;
                    }
                }
            }
        }

        // The sums are far from the greatest number: reduced once, at the end.
        foreach (var row in rows)
        {
            PrimeField.Multiply(row, 1);
        }

        foreach (var (variable, column) in variables.Select((variable, column) => (variable, column)))
        {
            if (variable.Difference is { } difference)
            {
                foreach (var row in rows)
                {
                    row[column] = PrimeField.Subtract(row[difference.Outer], row[difference.Inner]);
                }
            }
        }

        return rows;
    }
}
