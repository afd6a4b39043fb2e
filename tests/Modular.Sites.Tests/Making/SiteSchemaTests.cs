using System.Text.Json.Nodes;

namespace Modular.Sites.Tests.Making;

[TestClass]
public sealed class SiteSchemaTests
{
    [TestMethod]
    public void Every_reference_of_the_schema_leads_somewhere()
    {
        var schema = JsonNode.Parse(SiteSchema.OfAll())!.AsObject();
        var parts = schema["$defs"]!.AsObject();
        var references = References(schema).Distinct().ToList();

        Assert.IsGreaterThan(5, references.Count);
        Assert.IsEmpty(references.Where(reference => !parts.ContainsKey(reference["#/$defs/".Length..])));
    }

    [TestMethod]
    public void The_schema_asks_for_what_the_reader_asks_for()
    {
        var site = JsonNode.Parse(SiteSchema.Of("site"))!;

        Assert.AreSequenceEqual(
            ["id", "name", "version", "host", "employer", "stations", "posts"], site["required"]!.AsArray().Select(key => key!.GetValue<string>()).ToList());
        Assert.IsFalse(site["additionalProperties"]!.GetValue<bool>());
        Assert.AreEqual("[\"police\",\"gendarmerie\"]", site["properties"]!["stations"]!["items"]!["properties"]!["force"]!["enum"]!.ToJsonString());
        Assert.AreEqual(5, site["properties"]!["limits"]!["properties"]!["smallestCell"]!["minimum"]!.GetValue<int>());
    }

    [TestMethod]
    public void A_field_may_hold_fields_and_a_condition_conditions()
    {
        var parts = JsonNode.Parse(SiteSchema.Of("form"))!["$defs"]!;

        Assert.AreEqual("#/$defs/field", parts["field"]!["properties"]!["fields"]!["items"]!["$ref"]!.GetValue<string>());
        Assert.Contains("#/$defs/condition", References(parts["condition"]!));
    }

    private static IEnumerable<string> References(JsonNode node) => node switch
    {
        JsonObject item => item.SelectMany(
            pair => pair is { Key: "$ref", Value: JsonValue reference } ? [reference.GetValue<string>()] : pair.Value is null ? [] : References(pair.Value)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(References),
        _ => [],
    };
}
