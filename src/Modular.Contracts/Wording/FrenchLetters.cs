using System.Globalization;

namespace Modular.Contracts.Wording;

/// <summary>Capitals, order and likeness of French words.</summary>
public static class FrenchLetters
{
    /// <summary>The order in which French readers look for a name: accents and capitals come last.</summary>
    public static StringComparer ByName { get; } = StringComparer.Create(FrenchTime.Culture, ignoreCase: true);

    /// <summary>The text at the head of a sentence, a cell or a choice.</summary>
    /// <param name="text">The text; it may be empty.</param>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], FrenchTime.Culture) + text[1..];

    /// <summary>The text in mid-sentence; an acronym keeps its capitals.</summary>
    /// <param name="text">The text; it may be empty.</param>
    public static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLower(text[0], FrenchTime.Culture) + text[1..] : text;

    /// <summary>Whether two texts are the same words to a person: case, accents, kinds of space and of apostrophe do not count.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    public static bool Same(string one, string other) => !BeginOtherwise(one, other)
        && FrenchTime.Culture.CompareInfo.Compare(Bare(one), Bare(other), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    /// <summary>Most texts that are not the same begin with another letter: comparing them whole costs a hundred times this.</summary>
    private static bool BeginOtherwise(string one, string other) =>
        one.Length > 0 && other.Length > 0 && char.IsAsciiLetter(one[0]) && char.IsAsciiLetter(other[0]) && (one[0] | 0x20) != (other[0] | 0x20);

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c == '’' ? '\'' : c));
}
