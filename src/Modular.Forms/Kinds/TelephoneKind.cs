using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Forms.Kinds;

/// <summary>A telephone number, kept as typed.</summary>
internal sealed class TelephoneKind : InputKind
{
    public override FieldKind Name => FieldKind.Telephone;

    public override bool IsNominative => true;

    public override AnswerType Gives(FormField field) => AnswerType.Text;

    /// <summary>A spreadsheet takes the zero at the beginning of a number away.</summary>
    public override IReadOnlyList<string> Values(string cell) =>
        [cell is { Length: 9 } and [not '0', ..] && cell.All(char.IsAsciiDigit) ? "0" + cell : cell];

    protected override string InputType => "tel";

    public override ParsedAnswer Parse(string typed, FormField field)
    {
        var text = Clean(typed);
        var digits = text.Count(char.IsAsciiDigit);
        return text.Length == 0 ? ParsedAnswer.Nothing
            : digits is >= 2 and <= 15 && text.Length <= 40 && text.All(IsOfANumber)
                ? new Answer.Text(text)
                : ParsedAnswer.Refused("Indiquez un numéro de téléphone, par exemple 06 12 34 56 78. Une précision se note dans un champ de texte.");
    }

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path) => invented.Type(path, invented.Telephone());

    private static bool IsOfANumber(char c) => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is '+' or '.' or '-' or '/' or '(' or ')';
}
