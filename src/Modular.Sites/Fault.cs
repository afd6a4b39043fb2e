using System.Globalization;
using Modular.Sites.Reading;
using Modular.Sites.Wording;

namespace Modular.Sites;

/// <summary>What is wrong in a plugin's file, and where. Lines and columns begin at 1; 0 where the file as a whole is meant.</summary>
/// <param name="Sentence">In English, for commands.</param>
public sealed record Fault(string File, int Line, int Column, string Sentence)
{
    /// <summary>The same in French, for pages: whoever makes a fault that a page shows says it in both.</summary>
    public string French { get; init; } = Sentence;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Sentence}");

    /// <param name="sentence">In English; <c>Wording/French.txt</c> says how it reads in French.</param>
    internal static Fault At(string file, Position at, FormattableString sentence) =>
        new(file, at.Line, at.Column, Language.English.Tell(sentence)) { French = Language.French.Tell(sentence) };
}
