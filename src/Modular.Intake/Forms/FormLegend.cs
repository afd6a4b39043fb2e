using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Wording;
using Modular.Forms;
using Modular.Forms.Kinds;

namespace Modular.Intake.Forms;

/// <summary>Titles, questions and labels as they were when the answers were given: these stay readable when the form changes or its site goes away.</summary>
public sealed record FormLegend(string Form, string Title, IReadOnlyList<LegendSection> Sections)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private IEnumerable<LegendLine> Lines => Sections.SelectMany(section => section.Lines);

    public static FormLegend Of(FormPlan plan) => new(
        plan.Form.Id,
        plan.Form.Title,
        [.. plan.Form.Sections.Select(section => new LegendSection(section.Id, section.Title,
            [.. plan.Fields.Where(planned => planned.Section == section && planned.Gives != AnswerType.Nothing).Select(Line)]))]);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static FormLegend FromJson(string json) => JsonSerializer.Deserialize<FormLegend>(json, Json)!;

    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..32];

    public LegendLine? Line(string field) => Lines.FirstOrDefault(line => line.Id == field);

    /// <summary>The line of the field that bore a role. Where none is told, the form is older than roles.</summary>
    public LegendLine? Line(FieldRole role) =>
        Lines.FirstOrDefault(line => line.Role == role)
        ?? (Lines.All(line => line.Role is null) && FormerFieldNames.Of(role) is { } former ? Line(former) : null);

    public LegendSection? Section(FieldRole role) => Line(role) is { } line ? Sections.FirstOrDefault(section => section.Lines.Contains(line)) : null;

    private static LegendLine Line(FieldPlan planned) => new(
        planned.Field.Id,
        planned.Field.Label,
        planned.Unit,
        planned.Options.ToDictionary(option => option.Value, option => option.Label),
        [.. planned.Parts.Select(Line)]) { Role = planned.Field.Role };
}

public sealed record LegendSection(string Id, string Title, IReadOnlyList<LegendLine> Lines);

public sealed record LegendLine(string Id, string Label, string? Unit, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<LegendLine> Parts)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FieldRole? Role { get; init; }

    /// <summary>An answer as people read it; the answers of blocks and rows are read part by part.</summary>
    public string Read(Answer answer) => answer switch
    {
        Answer.Text text => text.Value,
        Answer.Number number => FrenchNumber.Of(number.Value) + (Unit is null ? "" : "\u00a0" + Unit),
        Answer.Day day => FrenchTime.Day(day.Value),
        Answer.Hour hour => FrenchTime.Hour(hour.Value),
        Answer.Choice choice => Labels.GetValueOrDefault(choice.Value, choice.Value),
        Answer.Choices choices => string.Join(", ", choices.Values.Select(code => Labels.GetValueOrDefault(code, code))),
        Answer.Missing missing => missing.Why.Label(),
        Answer.Block block => ReadParts(block.Answers),
        Answer.Rows rows => string.Join("\u202f; ", rows.Items.Select(ReadParts)),
        _ => "",
    };

    private string ReadParts(AnswerSet answers) =>
        string.Join(", ", Parts.Where(part => answers.Has(part.Id)).Select(part => part.Read(answers[part.Id]!)));
}
