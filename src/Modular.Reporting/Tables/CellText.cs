using Modular.Contracts.Wording;
using Modular.Statistics.Figures;

namespace Modular.Reporting.Tables;

/// <summary>The cells of a figure as people read them: « 1 204 », « 57 % », « + 5,6 % », « masqué ».</summary>
internal static class CellText
{
    public static string Hidden { get; } = Words.Of("cell", "hidden");

    public static string NoData { get; } = Words.Of("cell", "no_data");

    public static string NotCompared { get; } = Words.Of("cell", "not_compared");

    public static string Value(Figure figure, Cell cell) => figure.Unit is "percent" or "%" ? Percent(cell) : Number(cell);

    public static string Number(Cell cell) => Said(cell, value => FrenchNumber.Fixed(value, value == decimal.Truncate(value) ? 0 : 1));

    /// <summary>What a template computed from figures: two decimals at most.</summary>
    public static string Computed(Cell cell) => Said(cell, value => FrenchNumber.Of(value));

    public static string Percent(Cell cell) => Said(cell, FrenchNumber.Percent);

    /// <summary>« + 5,6 % », « – 10,0 % », and for a share « – 9,9 points ».</summary>
    public static string Change(Figure figure, Cell? change) => change switch
    {
        null => "",
        { Suppressed: true } => Hidden,
        { Value: { } value } => FrenchNumber.Signed(value, figure.ChangeUnit == "points" ? Counted.ChosenInFrench(value, "point", "points") : "%"),
        _ => NotCompared,
    };

    private static string Said(Cell cell, Func<decimal, string> value) => cell switch
    {
        { Suppressed: true } => Hidden,
        { Value: { } number } => value(number),
        _ => NoData,
    };
}
