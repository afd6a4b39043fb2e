using Modular.Forms;
using Modular.Forms.Kinds;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The least and greatest values of numbers and dates.</summary>
internal static class BoundCheck
{
    public static void Run(SiteDraft draft, FormPlan plan, Place place)
    {
        var field = place.Field;
        foreach (var (key, bound) in new[] { ("atLeast", field.AtLeast), ("atMost", field.AtMost) })
        {
            if (bound is not null && Wrong(plan, place, bound) is { } sentence)
            {
                draft.Fault(field, key, sentence);
            }
        }

        if ((Bound.Number(field.AtLeast) > Bound.Number(field.AtMost)) || (Bound.Day(field.AtLeast) > Bound.Day(field.AtMost)))
        {
            draft.Fault(field, "atMost", $"No answer is at least {field.AtLeast} and at most {field.AtMost}.");
        }
    }

    private static FormattableString? Wrong(FormPlan plan, Place place, string bound) => place.Kind.Bounds switch
    {
        Bounds.Number when Bound.Number(bound) is not null => null,
        Bounds.Number => $"\"{bound}\" is not a number.",
        Bounds.Day when Bound.Day(bound) is not null || bound == Bound.Today => null,
        Bounds.Day => WrongField(plan, place, bound),
        _ => $"A field of kind {SnakeCase.Of(place.Field.Kind)} has no least and no greatest value.",
    };

    private static FormattableString? WrongField(FormPlan plan, Place place, string name) => plan.Find(name, place.Group) switch
    {
        null => $"There is no date field \"{name}\".{Nearest.Hint(name, plan.Names(place.Group).Append(Bound.Today))}",
        { Asked.Gives: not AnswerType.Day } => $"\"{name}\" is not a date.",
        var source when source.Place.Order >= place.Order => $"\"{name}\" stands later: a bound names a date that comes before.",
        _ => null,
    };
}
