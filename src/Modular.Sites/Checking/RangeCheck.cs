using Modular.Forms;
using Modular.Forms.Kinds;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The least and greatest values of numbers and dates.</summary>
internal static class RangeCheck
{
    public static void Run(ParsedSite parsed, FormPlan plan, FieldPlan planned)
    {
        var field = planned.Field;
        foreach (var (key, bound) in new[] { ("atLeast", field.AtLeast), ("atMost", field.AtMost) })
        {
            if (bound is not null && Wrong(plan, planned, bound) is { } sentence)
            {
                parsed.Fault(field, key, sentence);
            }
        }

        if ((RangeLimit.Number(field.AtLeast) > RangeLimit.Number(field.AtMost)) || (RangeLimit.Day(field.AtLeast) > RangeLimit.Day(field.AtMost)))
        {
            parsed.Fault(field, "atMost", $"No answer is at least {field.AtLeast} and at most {field.AtMost}.");
        }
    }

    private static FormattableString? Wrong(FormPlan plan, FieldPlan planned, string bound) => planned.Kind.RangeType switch
    {
        RangeType.Number when RangeLimit.Number(bound) is not null => null,
        RangeType.Number => $"\"{bound}\" is not a number.",
        RangeType.Day when RangeLimit.Day(bound) is not null || bound == RangeLimit.Today => null,
        RangeType.Day => WrongField(plan, planned, bound),
        _ => $"A field of kind {SnakeCase.Of(planned.Field.Kind)} has no least and no greatest value.",
    };

    private static FormattableString? WrongField(FormPlan plan, FieldPlan planned, string name) => plan.Find(name, planned.Group) switch
    {
        null => $"There is no date field \"{name}\".{NameSuggestion.Hint(name, plan.Names(planned.Group).Append(RangeLimit.Today))}",
        { Asked.Gives: not AnswerType.Day } => $"\"{name}\" is not a date.",
        var source when source.Plan.Order >= planned.Order => $"\"{name}\" stands later: a bound names a date that comes before.",
        _ => null,
    };
}
