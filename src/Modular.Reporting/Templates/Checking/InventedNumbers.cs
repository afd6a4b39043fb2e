using Modular.Statistics.Figures;

namespace Modular.Reporting.Templates.Checking;

/// <summary>The invented numbers of one trial.</summary>
/// <param name="IsModest">A loop over such a number ends: conditions can be assumed against it.</param>
/// <param name="MeetsTexts">Tried where texts are assumed to compare otherwise too.</param>
/// <param name="Of">By a figure's place in the report, and a row's in the figure: 0 is the total.</param>
internal sealed record InventedNumbers(BilingualText Case, bool IsModest, bool MeetsTexts, Func<int, int, ComparedCell> Of)
{
    /// <summary>More numbers than these are no report's.</summary>
    private const int MostMet = 30;
    private const int MostMetByOneRow = 10;
    private const int Largest = 1_000_000_000;

    public static readonly IReadOnlyList<InventedNumbers> Alike =
    [
        new(new("all numbers are zero", "tous les nombres sont à zéro"), false, true, All(new(Cell.Of(0), Cell.Of(0), Cell.None))),
        new(new("all numbers are hidden", "tous les nombres sont masqués"), false, true, All(new(Cell.Hidden, Cell.Hidden, Cell.Hidden))),
        new(new("all numbers are missing", "tous les nombres manquent"), false, true, All(new(Cell.None, Cell.None, Cell.None))),
        new(
            new("numbers are large and rising", "les nombres sont grands et en hausse"), false, true,
            All(new(Cell.Of(1_234_567), Cell.Of(12), Cell.Of(10_287_958.3m)))),
        new(new("numbers are falling", "les nombres sont en baisse"), false, true, All(new(Cell.Of(5.5m), Cell.Of(50), Cell.Of(-89.0m)))),
        new(new("numbers stay the same", "les nombres sont stables"), false, true, All(new(Cell.Of(7), Cell.Of(7), Cell.Of(0)))),
    ];

    private static readonly BilingualText OneByOne = new("numbers differ from each other", "les nombres diffèrent les uns des autres");

    /// <summary>Tried on more rows than the site has codes.</summary>
    public static readonly InventedNumbers MoreRows = new(
        new("rows come of other codes than the site's", "des lignes viennent d’autres codes que ceux du site"), false, true,
        (figure, row) => Rising(12 + (37 * figure) + (5 * row)));

    private static readonly BilingualText Alone = new("one row differs from all others", "une ligne diffère de toutes les autres");

    /// <summary>From the first figure to the last they rise, or fall, in the tens and hundreds, then in the thousands; or every other one is hidden.</summary>
    public static IEnumerable<InventedNumbers> Different(int figures) =>
    [
        new(OneByOne, true, true, (figure, row) => Rising(12 + (37 * figure) + (5 * row))),
        new(OneByOne, false, false, (figure, row) => Falling(12 + (37 * (figures - figure)) + (5 * row))),
        new(OneByOne, false, false, (figure, row) => Falling(1_200 + (311 * figure) + (17 * row))),
        .. from odd in new[] { 0, 1 }
           select new InventedNumbers(
               new("some numbers are hidden and others are not", "certains nombres sont masqués et d’autres non"), false, true,
               (figure, row) => (figure + row) % 2 == odd ? new(Cell.Hidden, Cell.Hidden, Cell.Hidden) : Rising(12 + (37 * figure) + (5 * row))),
    ];

    /// <summary>A template that compares a figure with 20 is tried on 19, 20 and 21.</summary>
    public static IEnumerable<InventedNumbers> Around(IEnumerable<decimal> met)
    {
        var near = met.SelectMany(number => new[] { number - 1, number, number + 1 })
            .Where(number => number is >= 0 and <= Largest).Distinct().Take(MostMet).ToList();
        return near.Select((_, first) => new InventedNumbers(OneByOne, false, false, (figure, row) => Rising(near[(first + figure + row) % near.Count])));
    }

    /// <summary>Of the rows one alone is over a number that the template holds, under it or equal to it, rises, falls, is hidden or is not.</summary>
    public static IEnumerable<InventedNumbers> OneRow(IEnumerable<decimal> met)
    {
        var (rising, falling, hidden) = (Rising(57), Falling(23), new ComparedCell(Cell.Hidden, Cell.Hidden, Cell.Hidden));
        var near = from number in met.Where(number => number is > 0 and < Largest).Distinct().Take(MostMetByOneRow)
                   from pair in new[] { (number + 1, number - 1), (number - 1, number + 1), (number, number + 1), (number + 1, number) }
                   select (Rising(pair.Item1), Rising(pair.Item2));
        return near.Concat([(rising, falling), (falling, rising), (rising, hidden), (hidden, rising), (Rising(1), Rising(0)), (Rising(0), Rising(1))])
            .Select(pair => new InventedNumbers(Alone, false, false, (_, row) => row == 1 ? pair.Item1 : pair.Item2));
    }

    private static Func<int, int, ComparedCell> All(ComparedCell cell) => (_, _) => cell;

    private static ComparedCell Rising(decimal number) => Compared(number, Math.Floor(number / 2));

    private static ComparedCell Falling(decimal number) => Compared(number, number + 9);

    private static ComparedCell Compared(decimal now, decimal before) =>
        new(Cell.Of(now), Cell.Of(before), before == 0 ? Cell.None : Cell.Of(Math.Round((now - before) * 100 / before, 1)));
}
