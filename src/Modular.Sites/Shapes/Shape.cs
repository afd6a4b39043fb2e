using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Modular.Sites.Reading;

namespace Modular.Sites.Shapes;

/// <summary>
/// What a value of a plugin's file may be. One description does three things that can then not diverge: it checks, it makes the record, and it
/// writes the JSON Schema that editors use.
/// </summary>
internal abstract class Shape<T>
{
    /// <summary>The value, or false once a fault said why there is none.</summary>
    public abstract bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out T value);

    public abstract JsonObject Schema(SchemaDefinitions definitions);
}

/// <summary>The parts of a schema that are named once and referred to: what makes a recursive shape finite.</summary>
internal sealed class SchemaDefinitions
{
    public JsonObject Parts { get; } = [];

    public JsonObject Refer(string name, Func<JsonObject> make)
    {
        if (!Parts.ContainsKey(name))
        {
            Parts[name] = new JsonObject();
            Parts[name] = make();
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }
}
