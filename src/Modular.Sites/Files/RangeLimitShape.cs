using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Modular.Sites.Reading;
using Modular.Sites.Shapes;

namespace Modular.Sites.Files;

/// <summary>A field's least or greatest value: a number as JSON writes it, or the text of a day, <c>today</c> or a date field.</summary>
internal sealed class RangeLimitShape : Shape<string>
{
    private static readonly TextShape Text = new(
        120, "^([0-9]{4}-[0-9]{2}-[0-9]{2}|-?[0-9]+([.][0-9]+)?|[a-z][a-z0-9_]*([.][a-z0-9_]+)?)$",
        $"a bound is a number, a day written 2026-11-23, today, or the name of a date field");

    public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out string value)
    {
        value = (node as NumberNode)?.Value.ToString(CultureInfo.InvariantCulture);
        return value is not null || Text.TryRead(node, reading, out value);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, Text.Schema(definitions)) };
}
