using System.Globalization;

namespace Modular.Sites.Files;

/// <summary>The host versions that a plugin accepts: <c>&gt;=1.0 &lt;2.0</c>.</summary>
internal static class HostVersionRange
{
    public const string Pattern = "^(>=|<=|>|<|=)[0-9]+([.][0-9]+){0,2}( (>=|<=|>|<|=)[0-9]+([.][0-9]+){0,2})*$";

    /// <summary>This host's version: the product's.</summary>
    public static readonly Version Current = Whole(typeof(HostVersionRange).Assembly.GetName().Version!);

    public static bool Accepts(string range, Version host) => range.Split(' ').All(comparison =>
    {
        var sign = comparison.TrimEnd([.. "0123456789."]);
        var order = host.CompareTo(Parse(comparison[sign.Length..]));
        return sign switch
        {
            ">=" => order >= 0,
            "<=" => order <= 0,
            ">" => order > 0,
            "<" => order < 0,
            _ => order == 0,
        };
    });

    private static Version Parse(string text)
    {
        int[] numbers = [.. text.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)), 0, 0];
        return new Version(numbers[0], numbers[1], numbers[2]);
    }

    private static Version Whole(Version version) => new(version.Major, version.Minor, Math.Max(0, version.Build));
}
