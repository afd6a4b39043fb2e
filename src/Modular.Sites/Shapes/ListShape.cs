using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Modular.Sites.Reading;

namespace Modular.Sites.Shapes;

/// <summary>A list, or, where one is enough, the one value alone.</summary>
internal sealed class ListShape<T>(Shape<T> item, int least = 0, bool alone = false) : Shape<IReadOnlyList<T>>
{
    public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        if (node is not ListNode list)
        {
            if (!alone)
            {
                return reading.Lose(node.At, $"A list is wanted here, not {node.Describe}.");
            }

            list = new ListNode(node.At, [node]);
        }

        if (list.Items.Count < least)
        {
            return reading.Lose(list.At, least == 1 ? (FormattableString)$"The list is empty." : $"The list wants at least {least} items.");
        }

        var items = new List<T>();
        foreach (var given in list.Items)
        {
            if (item.TryRead(given, reading, out var read))
            {
                items.Add(read);
            }
        }

        value = items;
        return items.Count == list.Items.Count;
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = item.Schema(definitions), ["minItems"] = least };
        return alone ? new JsonObject { ["anyOf"] = new JsonArray(item.Schema(definitions), list) } : list;
    }
}

/// <summary>An object whose keys are names of the plugin's own.</summary>
internal sealed class MapShape<T>(TextShape names, Shape<T> item) : Shape<IReadOnlyDictionary<string, T>>
{
    public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> value)
    {
        value = null;
        if (node is not ObjectNode given)
        {
            return reading.Lose(node.At, $"An object is wanted here, not {node.Describe}.");
        }

        var items = new Dictionary<string, T>();
        foreach (var member in given.Members)
        {
            if (names.TryRead(new TextNode(member.At, member.Name), reading, out var name) & item.TryRead(member.Value, reading, out var read))
            {
                items[name!] = read!;
            }
        }

        value = items;
        return items.Count == given.Members.Count;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "object", ["propertyNames"] = names.Schema(definitions), ["additionalProperties"] = item.Schema(definitions) };
}

/// <summary>A shape that refers to itself, read and described when it is needed.</summary>
internal sealed class NamedShape<T>(string name, Func<Shape<T>> shape) : Shape<T>
{
    public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out T value) => shape().TryRead(node, reading, out value);

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Refer(name, () => shape().Schema(definitions));
}
