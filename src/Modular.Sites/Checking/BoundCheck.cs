using System.Globalization;
using Modular.Contracts.Forms;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The least and greatest values of numbers and dates.</summary>
internal static class BoundCheck
{
    public static void Run(SiteDraft draft, FormLayout layout, Place place)
    {
        var field = place.Field;
        foreach (var (key, bound) in new[] { ("atLeast", field.AtLeast), ("atMost", field.AtMost) })
        {
            if (bound is not null && Wrong(layout, place, bound) is { } sentence)
            {
                draft.Fault(field, key, sentence);
            }
        }

        if ((Number(field.AtLeast) > Number(field.AtMost)) || (Day(field.AtLeast) > Day(field.AtMost)))
        {
            draft.Fault(field, "atMost", $"No answer is at least {field.AtLeast} and at most {field.AtMost}.");
        }
    }

    public static decimal? Number(string? bound) => decimal.TryParse(bound, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Day(string? bound) =>
        DateOnly.TryParseExact(bound, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static FormattableString? Wrong(FormLayout layout, Place place, string bound) => place.Field.Kind switch
    {
        FieldKind.Integer or FieldKind.Decimal or FieldKind.Duration when Number(bound) is not null => null,
        FieldKind.Integer or FieldKind.Decimal or FieldKind.Duration => $"\"{bound}\" is not a number.",
        FieldKind.Date when Day(bound) is not null || bound == "today" => null,
        FieldKind.Date => WrongField(layout, place, bound),
        _ => $"A field of kind {SnakeCase.Of(place.Field.Kind)} has no least and no greatest value.",
    };

    private static FormattableString? WrongField(FormLayout layout, Place place, string name) => layout.Find(name, place.Group) switch
    {
        null => $"There is no date field \"{name}\".{Nearest.Hint(name, layout.Names(place.Group).Append("today"))}",
        { Kind: not FieldKind.Date } => $"\"{name}\" is not a date.",
        var source when source.Place.Order >= place.Order => $"\"{name}\" stands later: a bound names a date that comes before.",
        _ => null,
    };
}
