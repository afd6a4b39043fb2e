using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Modular.Sites.Reading;

namespace Modular.Sites.Shapes;

/// <summary>An object that comes in several forms, told apart by the one key that only that form has.</summary>
internal sealed class VariantShape<T>(FormattableString what, params Variant<T>[] variants) : Shape<T>
    where T : class
{
    public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (node is not ObjectNode given)
        {
            return reading.Lose(node.At, $"{what} is an object, not {node.Describe}.");
        }

        var marks = given.Members.Where(member => variants.Any(variant => variant.Marks.Contains(member.Name))).ToList();
        var chosen = variants.Where(variant => marks.Any(mark => variant.Marks.Contains(mark.Name))).ToList();
        return chosen switch
        {
            [var only] => only.Shape.TryRead(node, reading, out value),
            [] => reading.Lose(given.At, $"{what} has one of {Listed}.{HintFor(given)}"),
            _ => reading.Lose(
                marks[^1].At, $"{what} has only one of {Listed}, not {Quoted(marks.Select(mark => mark.Name), (several, mark) => $"{several} and {mark}")}."),
        };
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["oneOf"] = new JsonArray([.. variants.Select(variant => Marked(variant, definitions))]) };

    private FormattableString Listed => Quoted(variants.SelectMany(variant => variant.Marks), (several, mark) => $"{several}, {mark}");

    private static FormattableString Quoted(IEnumerable<string> marks, Func<FormattableString, FormattableString, FormattableString> join) =>
        marks.Select(mark => (FormattableString)$"\"{mark}\"").Aggregate(join);

    private FormattableString? HintFor(ObjectNode given) =>
        given.Members.Select(member => NameSuggestion.Hint(member.Name, variants.SelectMany(variant => variant.Marks)))
            .FirstOrDefault(hint => hint is not null);

    private static JsonObject Marked(Variant<T> variant, SchemaDefinitions definitions)
    {
        var schema = variant.Shape.Schema(definitions);
        schema["anyOf"] = new JsonArray([.. variant.Marks.Select(mark => new JsonObject { ["required"] = new JsonArray(mark) })]);
        return schema;
    }
}

/// <param name="Marks">The keys of which at least one is there, and that no other variant has.</param>
internal sealed record Variant<T>(IReadOnlyList<string> Marks, ObjectShape<T> Shape)
    where T : class;
