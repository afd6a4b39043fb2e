using System.Text;
using Modular.Contracts.Forms;
using Modular.Forms.Html;

namespace Modular.Forms.Kinds;

/// <summary>
/// A kind whose answer is one line that is typed. Browsers post invariant text for numbers and dates, people type French: both are read, never by the current
/// culture.
/// </summary>
internal abstract class InputKind : Kind
{
    /// <summary>Nothing is kept in the browser: no completion from what was typed for somebody else.</summary>
    protected const string OfWords = " autocomplete=\"off\" spellcheck=\"false\"";
    protected const string Short = " autocomplete=\"off\" class=\"short\"";

    public abstract ParsedAnswer Parse(string typed, FormField field);

    internal override ParsedAnswer Read(AskedField asked) => Parse(asked.Typed, asked.Plan.Field);

    internal override void Write(FieldHtml html) => html.Labelled(() => html.Input(InputType, InputHints));

    protected virtual string InputType => "text";

    protected virtual string InputHints => OfWords;

    /// <summary>
    /// Trimmed, line ends as \n, without the control characters that a paste from another program may bring, or halves of characters that a table may.
    /// </summary>
    protected static string Clean(string typed)
    {
        var text = new StringBuilder(typed.Length);
        Span<char> written = stackalloc char[2];
        foreach (var letter in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (letter.Value is '\n' or '\t' || !Rune.IsControl(letter))
            {
                text.Append(written[..letter.EncodeToUtf16(written)]);
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>Without any space: « 1 h 15 » is « 1h15 ».</summary>
    protected static string Compact(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
}
