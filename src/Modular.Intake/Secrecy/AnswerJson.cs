using System.Globalization;
using System.Text.Json;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Intake.Secrecy;

/// <summary>
/// How answers are written before they are encrypted: <c>{"problem":{"c":"fugue"},"person":{"b":{"last_name":{"t":"…"}}}}</c>. The letter is the kind of
/// answer, so that an answer outlives a change of its field's kind.
/// </summary>
internal static class AnswerJson
{
    public static byte[] Write(AnswerSet answers)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, answers);
        }

        return buffer.ToArray();
    }

    public static AnswerSet Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    private static void Write(Utf8JsonWriter writer, AnswerSet answers)
    {
        writer.WriteStartObject();
        foreach (var (field, answer) in answers.All)
        {
            writer.WriteStartObject(field);
            Write(writer, answer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Answer answer)
    {
        switch (answer)
        {
            case Answer.Text text:
                writer.WriteString("t", text.Value);
                break;
            case Answer.Number number:
                writer.WriteNumber("n", number.Value);
                break;
            case Answer.Day day:
                writer.WriteString("d", day.Value.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Answer.Hour hour:
                writer.WriteString("h", hour.Value.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Answer.Choice choice:
                writer.WriteString("c", choice.Value);
                break;
            case Answer.Choices choices:
                writer.WriteStartArray("m");
                foreach (var code in choices.Values)
                {
                    writer.WriteStringValue(code);
                }

                writer.WriteEndArray();
                break;
            case Answer.Missing missing:
                writer.WriteString("x", missing.Why.Spelled());
                break;
            case Answer.Block block:
                writer.WritePropertyName("b");
                Write(writer, block.Answers);
                break;
            case Answer.Rows rows:
                writer.WriteStartArray("r");
                foreach (var row in rows.Items)
                {
                    Write(writer, row);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException("This kind of answer has no stored form.");
        }
    }

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
