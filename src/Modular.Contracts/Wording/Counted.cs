using System.Globalization;

namespace Modular.Contracts.Wording;

/// <summary>A number with the word it counts, in the singular or the plural that the language asks for.</summary>
/// <example>
/// <code>
/// Counted.InFrench(1, "jour", "jours");        // 1 jour
/// Counted.InFrench(1204, "jour", "jours");     // 1 204 jours
/// Counted.InEnglish(0, "situation");           // 0 situations
/// </code>
/// </example>
public static class Counted
{
    /// <summary>Zero, one and whatever is below two take the singular.</summary>
    /// <param name="number">How many; written with French groups and comma, at most one decimal.</param>
    /// <param name="one">The singular, with what agrees with it.</param>
    /// <param name="several">The plural.</param>
    public static string InFrench(decimal number, string one, string several) =>
        $"{FrenchNumber.Of(number, 1)} {ChosenInFrench(number, one, several)}";

    /// <summary>The word alone, where the number is elsewhere.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">What is said of 0, 1 and 1,5.</param>
    /// <param name="several">What is said of 2 and more.</param>
    public static string ChosenInFrench(decimal number, string one, string several) => Math.Abs(number) < 2 ? one : several;

    /// <summary>One alone takes the singular.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The singular.</param>
    /// <param name="several">The plural; null: the singular with an s.</param>
    public static string InEnglish(long number, string one, string? several = null) =>
        $"{number.ToString(CultureInfo.InvariantCulture)} {(number == 1 ? one : several ?? $"{one}s")}";
}
