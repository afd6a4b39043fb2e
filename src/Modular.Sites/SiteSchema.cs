using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Sites.Files;
using Modular.Sites.Shapes;

namespace Modular.Sites;

/// <summary>The JSON Schema that editors use, made from the very shapes that read the files.</summary>
public static class SiteSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Legible = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, Func<SchemaDefinitions, JsonObject>> Files = new()
    {
        ["site"] = SiteShape.Shape.Schema,
        ["form"] = FormShape.Shape.Schema,
        ["presence"] = PresenceShape.Shape.Schema,
        ["report"] = ReportShape.Shape.Schema,
    };

    /// <summary>The kinds of file: site, form, presence, report.</summary>
    public static IReadOnlyList<string> Kinds => [.. Files.Keys];

    /// <summary>The schema of one kind of file.</summary>
    public static string Of(string kind)
    {
        var definitions = new SchemaDefinitions();
        return Document(Files[kind](definitions), definitions);
    }

    /// <summary>One schema for all of them, each kind under <c>$defs</c>: an editor can point at <c>…#/$defs/site</c>.</summary>
    public static string OfAll()
    {
        var definitions = new SchemaDefinitions();
        var any = Kinds.Select(kind => definitions.Refer(kind, () => WithSchemaKey(Files[kind](definitions)))).ToArray();
        return Document(new JsonObject { ["title"] = "A file of a site plugin", ["anyOf"] = new JsonArray(any) }, definitions);
    }

    private static string Document(JsonObject root, SchemaDefinitions definitions)
    {
        var document = new JsonObject { ["$schema"] = Dialect };
        foreach (var (key, value) in WithSchemaKey(root))
        {
            document[key] = value?.DeepClone();
        }

        document["$defs"] = definitions.Parts;
        return document.ToJsonString(Legible);
    }

    /// <summary>The root of a file may say where its schema is.</summary>
    private static JsonObject WithSchemaKey(JsonObject root)
    {
        if (root["properties"] is JsonObject properties)
        {
            properties["$schema"] = new JsonObject { ["type"] = "string" };
        }

        return root;
    }
}
