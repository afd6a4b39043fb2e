using System.Globalization;
using Modular.Contracts.Wording;

namespace Modular.Sites.Wording;

/// <summary>
/// A language in which a reason is told. The code writes every sentence in English, with its words still apart; <c>French.txt</c> holds the same in French.
/// </summary>
internal sealed class Language
{
    public static readonly Language English = new(template => template, word => word is RuntimeMessage foreign ? foreign.English : word);

    public static readonly Language French = new(template => FrenchText.Templates.GetValueOrDefault(template, template), word => word switch
    {
        RuntimeMessage foreign => foreign.French,
        DateOnly day => FrenchTime.Day(day),
        decimal number => FrenchNumber.Of(number),
        _ => word,
    });

    private readonly Func<string, string> _template;
    private readonly Func<object?, object?> _word;

    private Language(Func<string, string> template, Func<object?, object?> word) => (_template, _word) = (template, word);

    public string Tell(FormattableString sentence)
    {
        var told = Phrase(sentence);
        // Words of ours that open a sentence take a capital; a name from the file keeps its letters.
        return sentence.ArgumentCount > 0 && sentence.GetArgument(0) is FormattableString
            && _template(sentence.Format).StartsWith("{0}", StringComparison.Ordinal)
            ? $"{char.ToUpperInvariant(told[0])}{told[1..]}"
            : told;
    }

    /// <summary>A sentence may hold phrases that are translated in their turn.</summary>
    private string Phrase(FormattableString phrase) =>
        string.Format(CultureInfo.InvariantCulture, _template(phrase.Format), [.. phrase.GetArguments().Select(Word)]);

    private object? Word(object? argument) => _word(argument) is var word && word is FormattableString phrase ? Phrase(phrase) : word;
}
