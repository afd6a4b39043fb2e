using Modular.Contracts.Forms;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>What conditions and computations name: a field that is there, that comes before, and that can give the answer they look for.</summary>
internal static class ReferenceCheck
{
    public static void Run(SiteDraft draft, FormLayout layout)
    {
        foreach (var (named, order) in layout.Conditions)
        {
            foreach (var (comparison, key, item, sentence) in Problems(layout, named, order, draft.Sources))
            {
                draft.Fault(comparison, key, sentence, item);
            }
        }

        foreach (var place in layout.Places)
        {
            Computed(draft, layout, place);
        }
    }

    /// <summary>Whether every name in the condition means something there.</summary>
    public static bool IsSound(FormLayout layout, Named named, int order, SourceMap sources) => !Problems(layout, named, order, sources).Any();

    private static IEnumerable<Problem> Problems(FormLayout layout, Named named, int order, SourceMap sources) => named.Condition switch
    {
        Condition.All all => all.Parts.SelectMany(part => Problems(layout, named with { Condition = part }, order, sources)),
        Condition.Any any => any.Parts.SelectMany(part => Problems(layout, named with { Condition = part }, order, sources)),
        Condition.Not not => Problems(layout, named with { Condition = not.Part }, order, sources),
        var comparison => Comparison(layout, comparison, named.Group, order, sources),
    };

    private static IEnumerable<Problem> Comparison(FormLayout layout, Condition comparison, FormField? group, int order, SourceMap sources)
    {
        var name = comparison.Sources.Single();
        return layout.Find(name, group) switch
        {
            null => [new(comparison, "field", null, $"There is no field \"{name}\" in this form.{Nearest.Hint(name, layout.Names(group))}")],
            var source when source.Place.Order >= order => [new(comparison, "field", null, $"\"{name}\" stands later: a condition names only fields that come before.")],
            var source when !CanCompare(layout, comparison, source) => [new(comparison, "field", null, $"\"{name}\" is of kind {SnakeCase.Of(source.Kind)}: its answer cannot be compared in this way.")],
            var source => Codes(layout, comparison, source, sources),
        };
    }

    private static bool CanCompare(FormLayout layout, Condition comparison, Source source) => comparison switch
    {
        Condition.In => source.Part is null && Options.Of(source.Place.Field, layout.Site) is not null,
        Condition.Contains => source.Kind == FieldKind.SeveralOf,
        Condition.Between => source.Part is null && Options.IsNumber(source.Place.Field),
        Condition.Within => source.Kind == FieldKind.Date,
        _ => source.Kind != FieldKind.Information,
    };

    private static IEnumerable<Problem> Codes(FormLayout layout, Condition comparison, Source source, SourceMap sources)
    {
        var codes = comparison switch
        {
            Condition.In one => one.Codes,
            Condition.Contains several => several.Codes,
            _ => [],
        };
        if (sources.IsText(comparison, "in"))
        {
            // "vif": what is wrong with the site's list itself is told in site.json.
            return source.Place.Field.Codes == "problem" ? [] : [new(comparison, "in", null, $"\"vif\" names codes of the list problem: \"{source.Name}\" does not choose from it.")];
        }

        var key = comparison is Condition.Contains ? "contains" : sources.Has(comparison, "is") ? "is" : "in";
        var options = Options.Of(source.Place.Field, layout.Site) ?? [];
        return codes.Index().Where(code => !options.Contains(code.Item))
            .Select(code => new Problem(comparison, key, code.Index, $"\"{code.Item}\" is not an option of \"{source.Name}\".{Nearest.Hint(code.Item, options)}"));
    }

    private static void Computed(SiteDraft draft, FormLayout layout, Place place)
    {
        foreach (var (index, name) in place.Field.From.Index())
        {
            if (layout.Find(name, place.Group) is not { } source)
            {
                draft.Fault(place.Field, "from", $"There is no field \"{name}\" in this form.{Nearest.Hint(name, layout.Names(place.Group))}", index);
            }
            else if (place.Field.Compute is { } compute && !CanRead(compute, index, source))
            {
                draft.Fault(place.Field, "from", $"\"{name}\" cannot be read there by {SnakeCase.Of(compute)}.", index);
            }
        }

        if (place.Field is { Compute: Computation.AgeGroup or Computation.Vif, From.Count: 0 })
        {
            draft.Fault(place.Field, null, $"\"{place.Field.Id}\" needs \"from\": the fields it is worked out from.");
        }
    }

    /// <summary>The order is the one that Contracts documents for each computation.</summary>
    private static bool CanRead(Computation compute, int index, Source source) => compute switch
    {
        Computation.AgeGroup when index < 2 => source.Kind == FieldKind.Date,
        Computation.AgeGroup => index == 2 && source.Place.Field is { Kind: FieldKind.OneOf, Codes: "age_group" },
        Computation.Vif => source.Place.Field is { Kind: FieldKind.OneOf or FieldKind.SeveralOf, Codes: "problem" },
        Computation.DaysToFirstContact or Computation.DaysOpen or Computation.Contacts => false,
        _ => true,
    };

    private sealed record Problem(Condition Comparison, string Key, int? Item, FormattableString Sentence);
}
