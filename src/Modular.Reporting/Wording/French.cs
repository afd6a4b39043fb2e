using System.Globalization;
using Modular.Contracts.Wording;
using Modular.Statistics;

namespace Modular.Reporting;

/// <summary>Figures as people read them: « 1 204 », « 57 % », « + 5,6 % », « masqué ».</summary>
internal static class French
{
    public const string Hidden = "masqué";
    public const string NoData = "sans donnée";

    private const char Thin = '\u202F';

    public static readonly CultureInfo Culture = FrenchTime.Culture;

    public static string Value(Figure figure, Cell cell) => IsPercent(figure.Unit) ? Percent(cell) : Number(cell);

    public static string Number(Cell cell) => cell switch
    {
        { Suppressed: true } => Hidden,
        { Value: { } value } => value.ToString(value == decimal.Truncate(value) ? "N0" : "N1", Culture),
        _ => NoData,
    };

    /// <summary>What a template computed from figures: two decimals at most.</summary>
    public static string Computed(Cell cell) => cell.Value is { } value ? value.ToString("#,0.##", Culture) : Number(cell);

    /// <summary>Whole percents, which is all that counts of this size can bear; never a 0 or 100 that is not one.</summary>
    public static string Percent(Cell cell) => cell switch
    {
        { Suppressed: true } => Hidden,
        { Value: > 0 and < 1 } => $"<{Thin}1{Thin}%",
        { Value: > 99 and < 100 } => $">{Thin}99{Thin}%",
        { Value: { } value } => Math.Round(value, MidpointRounding.AwayFromZero).ToString("N0", Culture) + Thin + "%",
        _ => NoData,
    };

    /// <summary>« + 5,6 % », « – 10,0 % », and for a share « – 9,9 points ».</summary>
    public static string Change(Figure figure, Cell? change) => change switch
    {
        null => "",
        { Suppressed: true } => Hidden,
        { Value: { } value } => Sign(value) + Math.Abs(value).ToString("N1", Culture) + Thin + (figure.ChangeUnit == "points" ? Math.Abs(value) >= 2 ? "points" : "point" : "%"),
        _ => "sans comparaison",
    };

    /// <summary>A label in mid-sentence or at the head of a cell.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];

    private static bool IsPercent(string unit) => unit is "percent" or "%";

    private static string Sign(decimal value) => value > 0 ? $"+{Thin}" : value < 0 ? $"–{Thin}" : "";
}
