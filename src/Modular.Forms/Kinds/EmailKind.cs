using System.Net.Mail;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Forms.Kinds;

/// <summary>A mail address.</summary>
internal sealed class EmailKind : InputKind
{
    public override FieldKind Name => FieldKind.Email;

    public override bool IsNominative => true;

    public override AnswerType Gives(FormField field) => AnswerType.Text;

    protected override string InputType => "email";

    public override ParsedAnswer Parse(string typed, FormField field) =>
        Clean(typed) is not { Length: > 0 } text ? ParsedAnswer.Nothing
        : text.Length <= 200 && MailAddress.TryCreate(text, out var address) && address.Address == text
            ? new Answer.Text(text)
            : ParsedAnswer.Refused("Indiquez une adresse électronique, par exemple nom@exemple.fr.");
}
