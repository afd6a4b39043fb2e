namespace Modular.Contracts.Wording;

/// <summary>Numbers as French readers write them: groups and signs are held by narrow no-break spaces, decimals follow a comma.</summary>
/// <example>
/// <code>
/// FrenchNumber.Of(1204.5m);         // 1 204,5
/// FrenchNumber.Percent(57.3m);      // 57 %
/// FrenchNumber.Signed(-10m, "%");   // – 10,0 %
/// </code>
/// </example>
public static class FrenchNumber
{
    private const char Thin = '\u202F';

    /// <summary>The number with as many decimals as it needs.</summary>
    /// <param name="number">Any number.</param>
    /// <param name="decimals">How many decimals at most; what is beyond is rounded away.</param>
    public static string Of(IFormattable number, int decimals = 2) => number.ToString("#,##0." + new string('#', decimals), FrenchTime.Culture);

    /// <summary>The number with one decimal, or with none, whatever it is.</summary>
    /// <param name="number">Any number.</param>
    /// <param name="decimals">0 or 1.</param>
    public static string Fixed(decimal number, int decimals) => number.ToString(decimals == 0 ? "N0" : "N1", FrenchTime.Culture);

    /// <summary>A year or another number that is a name: never grouped.</summary>
    /// <param name="number">The number.</param>
    public static string Plain(int number) => number.ToString(FrenchTime.Culture);

    /// <summary>« 57 % »: whole, which is all that counts of this size can bear; never a 0 or a 100 that is not one.</summary>
    /// <param name="percent">From 0 to 100, or more where parts overlap.</param>
    public static string Percent(decimal percent) => percent switch
    {
        > 0 and < 1 => $"<{Thin}{WithUnit("1", "%")}",
        > 99 and < 100 => $">{Thin}{WithUnit("99", "%")}",
        _ => WithUnit(Fixed(Math.Round(percent, MidpointRounding.AwayFromZero), 0), "%"),
    };

    /// <summary>« + 5,6 % », « – 9,9 points »: by how much something changed.</summary>
    /// <param name="number">The change.</param>
    /// <param name="unit">What follows it.</param>
    public static string Signed(decimal number, string unit) =>
        (number > 0 ? $"+{Thin}" : number < 0 ? $"–{Thin}" : "") + WithUnit(Fixed(Math.Abs(number), 1), unit);

    /// <summary>« 12 ko », « 1,5 Mo », « 63,7 Go ».</summary>
    /// <param name="bytes">The size of a file.</param>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000_000 => $"{Fixed(Math.Max(1, bytes / 1000), 0)} ko",
        < 1_000_000_000 => $"{Fixed(bytes / 1e6m, 1)} Mo",
        _ => $"{Fixed(bytes / 1e9m, 1)} Go",
    };

    private static string WithUnit(string number, string unit) => number + Thin + unit;
}
