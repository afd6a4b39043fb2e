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

    /// <summary>Trimmed, line ends as \n, without the control characters that a paste from another program may bring.</summary>
    protected static string Clean(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed.ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t' || !char.IsControl(c))
            {
                text.Append(c);
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>Without any space: « 1 h 15 » is « 1h15 ».</summary>
    protected static string Compact(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
}
