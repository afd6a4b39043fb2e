using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Wording;

namespace Modular.Forms.Kinds;

/// <summary>What integers, decimals and durations have in common.</summary>
internal abstract class NumberKind : InputKind
{
    public override AnswerType Gives(FormField field) => AnswerType.Number;

    public override RangeType RangeType => RangeType.Number;

    protected override string InputHints => " inputmode=\"numeric\"" + Short;

    protected virtual decimal Step => 1;

    protected virtual decimal? Least(FormField field) => RangeLimit.Number(field.AtLeast);

    public override IReadOnlyList<Answer>? Sorts(FieldPlan planned, IReadOnlyList<Condition> comparisons) =>
        Around(comparisons, Step, Least(planned.Field), RangeLimit.Number(planned.Field.AtMost));

    internal override string? OutOfBounds(AskedField asked, Answer answer)
    {
        var (number, field) = ((answer as Answer.Number)?.Value, asked.Plan.Field);
        return number < RangeLimit.Number(field.AtLeast) ? $"Indiquez un nombre égal ou supérieur à {FrenchNumber.Of(RangeLimit.Number(field.AtLeast)!.Value)}."
            : number > RangeLimit.Number(field.AtMost) ? $"Indiquez un nombre égal ou inférieur à {FrenchNumber.Of(RangeLimit.Number(field.AtMost)!.Value)}."
            : null;
    }

    /// <summary>The numbers at and beside each bound that is compared with, as far as the field allows them.</summary>
    internal static IReadOnlyList<Answer> Around(IReadOnlyList<Condition> comparisons, decimal step, decimal? least, decimal? most) =>
    [
        .. comparisons.OfType<Condition.Between>().SelectMany(between => new[] { between.AtLeast, between.AtMost }).OfType<decimal>()
            .SelectMany(bound => Beside(Math.Floor(bound / step) * step, Math.Ceiling(bound / step) * step, step))
            .Concat([0, least ?? -1_000_000, most ?? 1_000_000])
            .Where(number => (least is null || number >= least) && (most is null || number <= most))
            .Distinct().Select(number => new Answer.Number(number)),
    ];

    protected static ParsedAnswer Number(string digits, NumberStyles style, string refused) =>
        digits.Length == 0 ? ParsedAnswer.Nothing
        : decimal.TryParse(digits, style | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000
            ? new Answer.Number(number)
            : ParsedAnswer.Refused(refused);

    private static decimal[] Beside(decimal below, decimal above, decimal step) => [below - step, below, above, above + step];
}
