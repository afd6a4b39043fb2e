using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Modular.Contracts.Sites;
using Modular.Sites.Reading;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.JsonKey;

namespace Modular.Sites.Files;

/// <summary>A funder; its share is a percentage or what the others leave.</summary>
internal static class FunderShape
{
    private static readonly JsonKey<string> Id = Required("id", ValueShapes.Identifier);
    private static readonly JsonKey<string> Name = Required("name", ValueShapes.Text(120));
    private static readonly JsonKey<Part?> Share = Maybe("share", new PartShape(), "Percent of the cost, or \"remainder\"; absent when no source gives it.");

    public static readonly ObjectShape<Funder> Shape = new(
        [Id, Name, Share],
        funder => new Funder(funder.Get(Id), funder.Get(Name), funder.Get(Share)?.Percent, funder.Get(Share) is { Percent: null }));

    private sealed record Part(decimal? Percent);

    private sealed class PartShape : Shape<Part>
    {
        private static readonly NumberShape Percent = new(0, 100);

        public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out Part value)
        {
            value = node is TextNode { Value: "remainder" } ? new Part(null) : null;
            if (value is null && Percent.TryRead(node, reading, out var percent))
            {
                value = new Part(percent);
            }

            return value is not null;
        }

        public override JsonObject Schema(SchemaDefinitions definitions) =>
            new() { ["anyOf"] = new JsonArray(Percent.Schema(definitions), new JsonObject { ["const"] = "remainder" }) };
    }
}
