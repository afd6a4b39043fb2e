using System.Text.RegularExpressions;

namespace Modular.Sites.Reading;

/// <summary>How files spell the values of an enum: <c>AlsaceMoselle</c> as <c>alsace_moselle</c>.</summary>
internal static partial class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => Boundary().Replace(value.ToString(), "_").ToLowerInvariant();

    public static IReadOnlyDictionary<string, T> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(Of);

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Boundary();
}
