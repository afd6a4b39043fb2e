using System.Globalization;

namespace Modular.Intake.Exchange;

/// <summary>Whether two texts are the same words to a person: case, accents, kinds of space and of apostrophe do not count.</summary>
internal static class Wording
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    public static bool Same(string label, string typed) =>
        French.Compare(Plain(label), Plain(typed), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c == '’' ? '\'' : c));
}
