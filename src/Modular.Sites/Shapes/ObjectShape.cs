using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Modular.Sites.Reading;

namespace Modular.Sites.Shapes;

/// <summary>An object with these keys and no other.</summary>
/// <param name="build">Makes the record; null once it told a fault itself.</param>
internal sealed class ObjectShape<T>(IReadOnlyList<IJsonKey> keys, Func<Members, T?> build, string? name = null) : Shape<T>
    where T : class
{
    /// <summary>Editors put it into the root of a file to find the schema.</summary>
    private const string SchemaKey = "$schema";

    public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (node is not ObjectNode given)
        {
            return reading.Lose(node.At, $"An object is wanted here, not {node.Describe}.");
        }

        foreach (var unknown in given.Members.Where(member => member.Name != SchemaKey && keys.All(key => key.Name != member.Name)))
        {
            reading.Note(unknown.At, $"\"{unknown.Name}\" is not a key that is known here.{NameSuggestion.Hint(unknown.Name, keys.Select(key => key.Name))}");
        }

        if (!TryReadMembers(given, reading, out var values))
        {
            return false;
        }

        value = build(new Members(given, reading, values));
        if (value is not null)
        {
            reading.Sources.Add(value, reading.File, given);
        }

        return value is not null;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        name is null ? Inline(definitions) : definitions.Refer(name, () => Inline(definitions));

    private bool TryReadMembers(ObjectNode given, ReadingContext reading, out Dictionary<IJsonKey, object?> values)
    {
        values = [];
        var complete = true;
        foreach (var key in keys)
        {
            if (given.Find(key.Name) is { } member)
            {
                if (key.TryRead(member.Value, reading, out var value))
                {
                    values[key] = value;
                }
                else
                {
                    complete &= !key.IsRequired;
                }
            }
            else if (key.IsRequired)
            {
                complete = reading.Lose(given.At, $"\"{key.Name}\" is missing.");
            }
        }

        return complete;
    }

    private JsonObject Inline(SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            properties[key.Name] = key.Schema(definitions);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. keys.Where(key => key.IsRequired).Select(key => JsonValue.Create(key.Name))]),
            ["additionalProperties"] = false,
        };
    }
}

/// <summary>What an object's keys gave, and where to say what is wrong with them.</summary>
internal sealed class Members(ObjectNode node, ReadingContext reading, IReadOnlyDictionary<IJsonKey, object?> values)
{
    public ReadingContext Reading => reading;

    public bool Has(IJsonKey key) => node.Find(key.Name) is not null;

    public T Get<T>(JsonKey<T> key) => values.TryGetValue(key, out var value) ? (T)value! : key.Default;

    public Position At(IJsonKey key) => node.Find(key.Name)?.Value.At ?? node.At;
}
