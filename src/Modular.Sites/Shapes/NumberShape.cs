using System.Text.Json.Nodes;
using Modular.Sites.Reading;

namespace Modular.Sites.Shapes;

/// <summary>A number between two bounds, both included.</summary>
internal sealed class NumberShape(decimal least, decimal most) : Shape<decimal>
{
    public override bool TryRead(SourceNode node, ReadingContext reading, out decimal value)
    {
        value = node is NumberNode number ? number.Value : default;
        return node is not NumberNode
            ? reading.Lose(node.At, $"A number is wanted here, not {node.Describe}.")
            : (value >= least && value <= most) || reading.Lose(node.At, $"{value} is not between {least} and {most}.");
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most };
}

/// <summary>A whole number between two bounds, both included.</summary>
internal sealed class WholeShape(int least, int most) : Shape<int>
{
    private readonly NumberShape _number = new(least, most);

    public override bool TryRead(SourceNode node, ReadingContext reading, out int value)
    {
        value = default;
        if (!_number.TryRead(node, reading, out var number))
        {
            return false;
        }

        if (number != decimal.Truncate(number))
        {
            return reading.Lose(node.At, $"{number} is not a whole number.");
        }

        value = (int)number;
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class FlagShape : Shape<bool>
{
    public override bool TryRead(SourceNode node, ReadingContext reading, out bool value)
    {
        value = node is FlagNode { Value: true };
        return node is FlagNode || reading.Lose(node.At, $"true or false is wanted here, not {node.Describe}.");
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };
}
