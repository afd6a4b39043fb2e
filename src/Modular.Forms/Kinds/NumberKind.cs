using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Forms.Kinds;

/// <summary>What integers, decimals and durations have in common.</summary>
internal abstract class NumberKind : TypedKind
{
    public override Gives Gives(FormField field) => Kinds.Gives.Number;

    public override Bounds Bounds => Bounds.Number;

    protected override string InputHints => " inputmode=\"numeric\"" + Short;

    protected virtual decimal Step => 1;

    protected virtual decimal? Least(FormField field) => Bound.Number(field.AtLeast);

    public override IReadOnlyList<Answer>? Sorts(FormField field, IReadOnlyList<string> codes, IReadOnlyList<Condition> comparisons) =>
        Around(comparisons, Step, Least(field), Bound.Number(field.AtMost));

    internal override string? OutOfBounds(Asked asked, Answer answer) => answer switch
    {
        Answer.Number number when Bound.Number(asked.Place.Field.AtLeast) is { } least && number.Value < least => $"Indiquez un nombre égal ou supérieur à {French.Number(least)}.",
        Answer.Number number when Bound.Number(asked.Place.Field.AtMost) is { } most && number.Value > most => $"Indiquez un nombre égal ou inférieur à {French.Number(most)}.",
        _ => null,
    };

    /// <summary>The numbers at and beside each bound that is compared with, as far as the field allows them.</summary>
    internal static IReadOnlyList<Answer> Around(IReadOnlyList<Condition> comparisons, decimal step, decimal? least, decimal? most) =>
    [
        .. comparisons.OfType<Condition.Between>().SelectMany(between => new[] { between.AtLeast, between.AtMost }).OfType<decimal>()
            .SelectMany(bound => Beside(Math.Floor(bound / step) * step, Math.Ceiling(bound / step) * step, step))
            .Concat([0, least ?? -1_000_000, most ?? 1_000_000])
            .Where(number => (least is null || number >= least) && (most is null || number <= most))
            .Distinct().Select(number => new Answer.Number(number)),
    ];

    protected static Parsed Whole(string digits, string refused) =>
        digits.Length == 0 ? Parsed.Nothing
        : long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000
            ? new Answer.Number(number)
            : Parsed.Refused(refused);

    private static decimal[] Beside(decimal below, decimal above, decimal step) => [below - step, below, above, above + step];
}
