using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Forms.Kinds;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>What conditions and computations name: a field that is there, that comes before, and that can give the answer they look for.</summary>
internal sealed class FieldReferenceCheck : StaticCheck
{
    protected override void OfForm(ParsedSite parsed, FormPlan plan)
    {
        foreach (var (named, order) in plan.Conditions)
        {
            foreach (var (comparison, key, item, sentence) in Problems(plan, named, order, parsed.Sources))
            {
                parsed.Fault(comparison, key, sentence, item);
            }
        }

        foreach (var planned in plan.AllFields)
        {
            Computed(parsed, plan, planned);
        }
    }

    /// <summary>Whether every name in the condition means something there.</summary>
    public static bool IsSound(FormPlan plan, FormCondition named, int order, SourceMap sources) => !Problems(plan, named, order, sources).Any();

    private static IEnumerable<Problem> Problems(FormPlan plan, FormCondition named, int order, SourceMap sources) => named.Condition switch
    {
        Condition.All all => all.Parts.SelectMany(part => Problems(plan, named with { Condition = part }, order, sources)),
        Condition.Any any => any.Parts.SelectMany(part => Problems(plan, named with { Condition = part }, order, sources)),
        Condition.Not not => Problems(plan, named with { Condition = not.Part }, order, sources),
        var comparison => Comparison(plan, comparison, named.Group, order, sources),
    };

    private static IEnumerable<Problem> Comparison(FormPlan plan, Condition comparison, FormField? group, int order, SourceMap sources)
    {
        var name = comparison.Sources.Single();
        return plan.Find(name, group) switch
        {
            null => [new(comparison, "field", null, $"There is no field \"{name}\" in this form.{NameSuggestion.Hint(name, plan.Names(group))}")],
            var source when source.Plan.Order >= order =>
            [
                new(comparison, "field", null, $"\"{name}\" stands later: a condition names only fields that come before."),
            ],
            var source when !CanCompare(comparison, source.Asked) =>
            [
                new(comparison, "field", null, $"\"{name}\" is of kind {SnakeCase.Of(source.Asked.Field.Kind)}: its answer cannot be compared in this way."),
            ],
            var source => Codes(comparison, source, sources),
        };
    }

    private static bool CanCompare(Condition comparison, FieldPlan asked) => comparison switch
    {
        Condition.In => asked.Gives == AnswerType.Codes,
        Condition.Contains => asked.Kind.GivesSeveral,
        Condition.Between => asked.Gives == AnswerType.Number,
        Condition.Within => asked.Gives == AnswerType.Day,
        _ => asked.Gives != AnswerType.Nothing,
    };

    private static IEnumerable<Problem> Codes(Condition comparison, NamedField source, SourceMap sources)
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
            return source.Plan.Field.Codes == "problem"
                ? []
                : [new(comparison, "in", null, $"\"vif\" names codes of the list problem: \"{source.Name}\" does not choose from it.")];
        }

        var key = comparison is Condition.Contains ? "contains" : sources.Has(comparison, "is") ? "is" : "in";
        var options = source.Asked.Codes;
        return codes.Index().Where(code => !options.Contains(code.Item))
            .Select(
                code => new Problem(
                    comparison, key, code.Index, $"\"{code.Item}\" is not an option of \"{source.Name}\".{NameSuggestion.Hint(code.Item, options)}"));
    }

    private static void Computed(ParsedSite parsed, FormPlan plan, FieldPlan planned)
    {
        foreach (var (index, name) in planned.Field.From.Index())
        {
            if (plan.Find(name, planned.Group) is not { } source)
            {
                parsed.Fault(planned.Field, "from", $"There is no field \"{name}\" in this form.{NameSuggestion.Hint(name, plan.Names(planned.Group))}", index);
            }
            else if (planned.Field.Compute is { } compute && !CanRead(compute, index, source))
            {
                parsed.Fault(planned.Field, "from", $"\"{name}\" cannot be read there by {SnakeCase.Of(compute)}.", index);
            }
        }

        if (planned.Field is { Compute: Computation.AgeGroup or Computation.Vif, From.Count: 0 })
        {
            parsed.Fault(planned.Field, null, $"\"{planned.Field.Id}\" needs \"from\": the fields it is worked out from.");
        }
    }

    /// <summary>The order is the one that Contracts documents for each computation.</summary>
    private static bool CanRead(Computation compute, int index, NamedField source) => compute switch
    {
        Computation.AgeGroup when index < 2 => source.Asked.Gives == AnswerType.Day,
        Computation.AgeGroup => index == 2 && IsAsked(source.Asked, "age_group") && !source.Asked.Kind.GivesSeveral,
        Computation.Vif => IsAsked(source.Asked, "problem"),
        Computation.DaysToFirstContact or Computation.DaysOpen or Computation.Contacts => false,
        _ => true,
    };

    /// <summary>Whether somebody chooses it from that list.</summary>
    private static bool IsAsked(FieldPlan planned, string list) => planned.Field.Codes == list && planned.Field.Compute is null;

    private sealed record Problem(Condition Comparison, string Key, int? Item, FormattableString Sentence);
}
