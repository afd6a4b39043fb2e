using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Modular.Sites.Reading;

namespace Modular.Sites.Shapes;

/// <summary>A key of an object, whatever the type of its value.</summary>
internal interface IJsonKey
{
    string Name { get; }

    bool IsRequired { get; }

    bool TryRead(SourceNode node, ReadingContext reading, out object? value);

    JsonObject Schema(SchemaDefinitions definitions);
}

/// <summary>A key of an object: its name, its value's shape, its value when it is absent, and a line for whoever edits the file.</summary>
internal sealed record JsonKey<T>(string Name, bool IsRequired, T Default, IReader<T> Reader, string About) : IJsonKey
{
    public bool TryRead(SourceNode node, ReadingContext reading, out object? value)
    {
        var read = Reader.TryRead(node, reading, out var typed);
        value = typed;
        return read;
    }

    public JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = Reader.Schema(definitions);
        if (About.Length > 0)
        {
            schema["description"] = About;
        }

        return schema;
    }
}

internal static class JsonKey
{
    public static JsonKey<T> Required<T>(string name, Shape<T> shape, string about = "") => new(name, true, default!, new Plain<T>(shape), about);

    public static JsonKey<T> Optional<T>(string name, Shape<T> shape, T otherwise, string about = "") =>
        new(name, false, otherwise, new Plain<T>(shape), about);

    public static JsonKey<T?> Maybe<T>(string name, Shape<T> shape, string about = "")
        where T : class => new(name, false, null, new Plain<T>(shape)!, about);

    public static JsonKey<T?> MaybeValue<T>(string name, Shape<T> shape, string about = "")
        where T : struct => new(name, false, null, new Lifted<T>(shape), about);

    private sealed class Plain<T>(Shape<T> shape) : IReader<T>
    {
        public bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out T value) => shape.TryRead(node, reading, out value);

        public JsonObject Schema(SchemaDefinitions definitions) => shape.Schema(definitions);
    }

    private sealed class Lifted<T>(Shape<T> shape) : IReader<T?>
        where T : struct
    {
        public bool TryRead(SourceNode node, ReadingContext reading, out T? value)
        {
            var read = shape.TryRead(node, reading, out var found);
            value = read ? found : null;
            return read;
        }

        public JsonObject Schema(SchemaDefinitions definitions) => shape.Schema(definitions);
    }
}

/// <summary>A shape as a key sees it: the same value, perhaps absent.</summary>
internal interface IReader<T>
{
    bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out T value);

    JsonObject Schema(SchemaDefinitions definitions);
}
