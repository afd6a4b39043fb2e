using System.Globalization;
using System.Text;

namespace HauteMarne;

/// <summary>
/// A text as it reads, however it was typed or pasted: one kind of digit, blank, dash and quote, no accents, nothing invisible. Capitals are kept: they
/// tell a town.
/// </summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKC).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Sign(rune) is { } sign && !(sign == " " && (plain.Length == 0 || plain[^1] == ' ')))
            {
                plain.Append(sign);
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Half a character cannot be normalised: runes replace it.</summary>
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }

    private static string? Sign(Rune rune) => (Rune.GetUnicodeCategory(rune), rune.Value) switch
    {
        (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format, _) => null,
        (UnicodeCategory.DecimalDigitNumber, _) => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        (UnicodeCategory.DashPunctuation, _) or (_, '\u2212') => "-",
        (_, '\u2044' or '\u2215') => "/",
        (_, '\u2018' or '\u2019' or '\u201B' or '`' or '\u00B4') => "'",
        (UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation, _) or (_, '\u201E') => "\"",
        (UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator, _)
            or (_, '_') => " ",
        _ => rune.ToString(),
    };
}
