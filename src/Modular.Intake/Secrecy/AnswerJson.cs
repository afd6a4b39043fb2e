using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Intake.Secrecy;

/// <summary><c>{"problem":{"c":"fugue"},"person":{"b":{…}}}</c>: the letter is the kind of answer, which outlives a change of its field's kind.</summary>
internal static class AnswerJson
{
    public static byte[] Write(AnswerSet answers) => JsonSerializer.SerializeToUtf8Bytes(Of(answers));

    public static AnswerSet Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    private static JsonObject Of(AnswerSet answers) =>
        new(answers.All.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, Of(pair.Value))));

    private static JsonObject Of(Answer answer) => answer switch
    {
        Answer.Text text => new() { ["t"] = text.Value },
        Answer.Number number => new() { ["n"] = number.Value },
        Answer.Day day => new() { ["d"] = day.Value.ToString("O", CultureInfo.InvariantCulture) },
        Answer.Hour hour => new() { ["h"] = hour.Value.ToString("O", CultureInfo.InvariantCulture) },
        Answer.Choice choice => new() { ["c"] = choice.Value },
        Answer.Choices choices => new() { ["m"] = new JsonArray([.. choices.Values.Select(code => (JsonNode)code)]) },
        Answer.Missing missing => new() { ["x"] = missing.Why.Spelled() },
        Answer.Block block => new() { ["b"] = Of(block.Answers) },
        Answer.Rows rows => new() { ["r"] = new JsonArray([.. rows.Items.Select(Of)]) },
        _ => throw new InvalidOperationException("This kind of answer has no stored form."),
    };

    private static AnswerSet Read(JsonElement json) =>
        new(json.EnumerateObject().ToDictionary(property => property.Name, property => ReadAnswer(property.Value.EnumerateObject().First())));

    private static Answer ReadAnswer(JsonProperty json) => json.Name switch
    {
        "t" => new Answer.Text(json.Value.GetString()!),
        "n" => new Answer.Number(json.Value.GetDecimal()),
        "d" => new Answer.Day(DateOnly.ParseExact(json.Value.GetString()!, "O", CultureInfo.InvariantCulture)),
        "h" => new Answer.Hour(TimeOnly.ParseExact(json.Value.GetString()!, "O", CultureInfo.InvariantCulture)),
        "c" => new Answer.Choice(json.Value.GetString()!),
        "m" => new Answer.Choices([.. json.Value.EnumerateArray().Select(code => code.GetString()!)]),
        "x" => new Answer.Missing(Enum.GetValues<NotGiven>().First(why => why.Spelled() == json.Value.GetString())),
        "b" => new Answer.Block(Read(json.Value)),
        "r" => new Answer.Rows([.. json.Value.EnumerateArray().Select(Read)]),
        _ => throw new JsonException($"An answer of kind {json.Name} is not known to this version."),
    };
}
