using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Wording;

namespace Modular.Forms.Kinds;

/// <summary>A calendar day in the site's zone.</summary>
internal sealed class DateKind : InputKind
{
    private static readonly string[] Written = [RangeLimit.DayFormat, "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];
    private static readonly (DateOnly First, DateOnly Last) Ever = (new(1900, 1, 1), new(2200, 1, 1));

    public override FieldKind Name => FieldKind.Date;

    public override AnswerType Gives(FormField field) => AnswerType.Day;

    public override RangeType RangeType => RangeType.Day;

    protected override string InputType => "date";

    protected override string InputHints => Short;

    public override ParsedAnswer Parse(string typed, FormField field) =>
        typed.Trim() is not { Length: > 0 } text ? ParsedAnswer.Nothing
        : DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1890 and <= 2199
            ? new Answer.Day(day)
            : ParsedAnswer.Refused("Cette date n’existe pas. Indiquez le jour, le mois et l’année, par exemple 23/11/2026.");

    public override IReadOnlyList<Answer>? Sorts(FieldPlan planned, IReadOnlyList<Condition> comparisons)
    {
        var (first, last) = (RangeLimit.Day(planned.Field.AtLeast), RangeLimit.Day(planned.Field.AtMost));
        return
        [
            .. comparisons.OfType<Condition.Within>().SelectMany(within => new[] { within.After, within.Before }).OfType<DateOnly>()
                .SelectMany(bound => new[] { bound.AddDays(-1), bound, bound.AddDays(1) })
                .Concat([first ?? Ever.First, last ?? Ever.Last])
                .Where(day => (first is null || day >= first) && (last is null || day <= last))
                .Distinct().Select(day => new Answer.Day(day)),
        ];
    }

    internal override string? OutOfBounds(AskedField asked, Answer answer)
    {
        var (field, today) = (asked.Plan.Field, asked.Reader.Today);
        return answer switch
        {
            Answer.Day day when RangeLimit.Day(field.AtLeast, today, asked.Context) is { } least && day.Value < least =>
                field.AtLeast == RangeLimit.Today ? "Cette date est passée." : $"Cette date doit être le {FrenchTime.Day(least)} ou après.",
            Answer.Day day when RangeLimit.Day(field.AtMost, today, asked.Context) is { } most && day.Value > most =>
                field.AtMost == RangeLimit.Today
                    ? $"Cette date est dans l’avenir. Aujourd’hui, nous sommes le {FrenchTime.Day(today)}."
                    : $"Cette date doit être le {FrenchTime.Day(most)} ou avant.",
            _ => null,
        };
    }

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path) => invented.Type(path, invented.Day);
}
