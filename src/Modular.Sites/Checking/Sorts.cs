using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;

namespace Modular.Sites.Checking;

/// <summary>One answer of each sort that the comparisons tell apart.</summary>
internal static class Sorts
{
    private const int MostClasses = 8;

    /// <returns>Null when there are too many to try.</returns>
    public static IReadOnlyList<Answer>? Of(Source source, SiteDefinition site, IReadOnlyList<Condition> comparisons)
    {
        var field = source.Place.Field;
        if (source.Kind == FieldKind.SeveralOf && Classes(field, site, comparisons).Count > MostClasses)
        {
            return null;
        }

        IEnumerable<Answer> missing = source.Part is null ? field.AlsoAnswers.Select(why => new Answer.Missing(why)) : [];
        return [.. Given(source, field, site, comparisons), .. missing];
    }

    private static IEnumerable<Answer> Given(Source source, FormField field, SiteDefinition site, IReadOnlyList<Condition> comparisons) => source.Kind switch
    {
        FieldKind.SeveralOf => Subsets(Classes(field, site, comparisons)),
        FieldKind.Date => Days(field, comparisons),
        FieldKind.Group => [new Answer.Rows([AnswerSet.Empty])],
        FieldKind.Person => [new Answer.Block(AnswerSet.Empty)],
        _ when source.Part is null && Options.IsNumber(field) => Numbers(field, comparisons),
        _ when source.Part is null && Options.Of(field, site) is not null => Classes(field, site, comparisons).Select(code => new Answer.Choice(code)),
        _ => [new Answer.Text("x")],
    };

    /// <summary>One code of each class: those that are in exactly the same comparisons.</summary>
    private static List<string> Classes(FormField field, SiteDefinition site, IReadOnlyList<Condition> comparisons)
    {
        List<IReadOnlyList<string>> sets =
        [
            .. comparisons.OfType<Condition.In>().Select(comparison => comparison.Codes),
            .. comparisons.OfType<Condition.Contains>().SelectMany(comparison => comparison.Codes).Select(code => new[] { code }),
        ];
        return [.. Options.Of(field, site)!.Except(Options.Special(field)).GroupBy(code => string.Concat(sets.Select(set => set.Contains(code) ? '1' : '0'))).Select(same => same.First())];
    }

    private static IEnumerable<Answer> Subsets(List<string> classes) =>
        Enumerable.Range(1, (1 << classes.Count) - 1).Select(set => new Answer.Choices([.. classes.Where((_, index) => (set >> index & 1) == 1)]));

    private static IEnumerable<Answer> Numbers(FormField field, IReadOnlyList<Condition> comparisons)
    {
        var step = field.Kind == FieldKind.Decimal ? 0.001m : 1m;
        var least = BoundCheck.Number(field.AtLeast) ?? (field.Kind is FieldKind.Duration or FieldKind.Computed ? 0 : null);
        var most = BoundCheck.Number(field.AtMost);
        return comparisons.OfType<Condition.Between>().SelectMany(between => new[] { between.AtLeast, between.AtMost }).OfType<decimal>()
            .SelectMany(bound => new[] { Math.Floor(bound / step) * step - step, Math.Floor(bound / step) * step, Math.Ceiling(bound / step) * step, Math.Ceiling(bound / step) * step + step })
            .Concat([0, least ?? -1_000_000, most ?? 1_000_000])
            .Where(number => (least is null || number >= least) && (most is null || number <= most))
            .Distinct().Select(number => new Answer.Number(number));
    }

    private static IEnumerable<Answer> Days(FormField field, IReadOnlyList<Condition> comparisons)
    {
        var (first, last) = (BoundCheck.Day(field.AtLeast), BoundCheck.Day(field.AtMost));
        return comparisons.OfType<Condition.Within>().SelectMany(within => new[] { within.After, within.Before }).OfType<DateOnly>()
            .SelectMany(bound => new[] { bound.AddDays(-1), bound, bound.AddDays(1) })
            .Concat([first ?? DateOnly.Parse("1900-01-01", CultureInfo.InvariantCulture), last ?? DateOnly.Parse("2200-01-01", CultureInfo.InvariantCulture)])
            .Where(day => (first is null || day >= first) && (last is null || day <= last))
            .Distinct().Select(day => new Answer.Day(day));
    }
}
