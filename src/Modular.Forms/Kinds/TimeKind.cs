using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Forms.Kinds;

/// <summary>An hour of the day in the site's zone.</summary>
internal sealed class TimeKind : InputKind
{
    private static readonly string[] Written = ["H:mm", "HH:mm", "HH:mm:ss", "H'h'mm", "H'h'"];

    public override FieldKind Name => FieldKind.Time;

    public override AnswerType Gives(FormField field) => AnswerType.Hour;

    protected override string InputType => "time";

    protected override string InputHints => Short;

    public override ParsedAnswer Parse(string typed, FormField field) =>
        Compact(typed).ToLowerInvariant() is not { Length: > 0 } text ? ParsedAnswer.Nothing
        : TimeOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? new Answer.Hour(hour)
            : ParsedAnswer.Refused("Indiquez une heure, par exemple 9 h 30.");
}
