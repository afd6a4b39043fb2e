using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Wording;

namespace Modular.Forms.Kinds;

/// <summary>One line of free text.</summary>
internal class TextKind : InputKind
{
    public override FieldKind Name => FieldKind.Text;

    public override bool IsNominative => true;

    public override IReadOnlyList<string> Keys(FormField field) => ["needed", "alsoAnswers", "maxLength"];

    public override AnswerType Gives(FormField field) => AnswerType.Text;

    protected virtual int MaxLength => 200;

    public override ParsedAnswer Parse(string typed, FormField field)
    {
        var (text, most) = (Clean(typed), field.MaxLength ?? MaxLength);
        return text.Length == 0 ? ParsedAnswer.Nothing
            : text.Length > most
                ? ParsedAnswer.Refused(
                    $"Ce texte compte {FrenchNumber.Of(text.Length)} caractères\u202f; la limite est de {FrenchNumber.Of(most)}. Raccourcissez-le.")
            : new Answer.Text(text);
    }
}
