using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Modular.Contracts.Forms;
using Modular.Sites.Reading;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.JsonKey;

namespace Modular.Sites.Files;

/// <summary>When a field or a section is shown.</summary>
internal static class ConditionShape
{
    public static readonly NamedShape<Condition> Shape = new("condition", () => Any!);

    private static readonly JsonKey<string> Field = Required("field", ValueShapes.Field);

    private static readonly VariantShape<Condition> Any = new(
        $"a condition",
        Parts("all", parts => new Condition.All(parts)),
        Parts("any", parts => new Condition.Any(parts)),
        Turned(),
        Comparison("is", ValueShapes.Name, (field, code) => new Condition.In(field, [code])),
        Comparison("in", new CodesOrVif(), (field, codes) => new Condition.In(field, codes)),
        Comparison("contains", ValueShapes.OneOrMore(ValueShapes.Name), (field, codes) => new Condition.Contains(field, codes)),
        Comparison("answered", ValueShapes.Flag, (field, wanted) => new Condition.Answered(field, wanted)),
        Range("after", "before", ValueShapes.Day, (field, after, before) => new Condition.Within(field, after, before)),
        Range("atLeast", "atMost", new NumberShape(-1_000_000, 1_000_000), (field, least, most) => new Condition.Between(field, least, most)));

    private static Variant<Condition> Parts(string name, Func<IReadOnlyList<Condition>, Condition> make)
    {
        var parts = Required(name, ValueShapes.SomeOf(Shape));
        return new([name], new([parts], condition => make(condition.Get(parts))));
    }

    private static Variant<Condition> Turned()
    {
        var part = Required("not", Shape);
        return new(["not"], new([part], condition => new Condition.Not(condition.Get(part))));
    }

    private static Variant<Condition> Comparison<T>(string name, Shape<T> with, Func<string, T, Condition> make)
    {
        var value = Required(name, with);
        return new([name], new([Field, value], condition => make(condition.Get(Field), condition.Get(value))));
    }

    private static Variant<Condition> Range<T>(string low, string high, Shape<T> bound, Func<string, T?, T?, Condition> make)
        where T : struct
    {
        var (from, to) = (MaybeValue(low, bound), MaybeValue(high, bound));
        return new([low, high], new([Field, from, to], condition => make(condition.Get(Field), condition.Get(from), condition.Get(to))));
    }

    /// <summary>A list of codes, or <c>"vif"</c> for the site's own.</summary>
    private sealed class CodesOrVif : Shape<IReadOnlyList<string>>
    {
        private static readonly ListShape<string> Codes = new(ValueShapes.Name, least: 1);

        public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
        {
            value = reading.Vif;
            return node is TextNode { Value: "vif" } || Codes.TryRead(node, reading, out value);
        }

        public override JsonObject Schema(SchemaDefinitions definitions) =>
            new() { ["anyOf"] = new JsonArray(Codes.Schema(definitions), new JsonObject { ["const"] = "vif" }) };
    }
}
