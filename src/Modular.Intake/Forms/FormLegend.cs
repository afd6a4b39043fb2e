using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Contracts.Wording;

namespace Modular.Intake.Forms;

/// <summary>
/// What it takes to read answers: titles, questions and the labels of codes, as they were when the answers were given. Kept with the answers, so that a
/// situation stays readable after its form changed or its site went away.
/// </summary>
public sealed record FormLegend(string Form, string Title, IReadOnlyList<LegendSection> Sections)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static FormLegend Of(SiteDefinition site, FormDefinition form) => new(
        form.Id,
        form.Title,
        [.. form.Sections.Select(section => new LegendSection(section.Id, section.Title, [.. section.Fields.Where(field => field.Kind != FieldKind.Information).Select(field => Line(site, field))]))]);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static FormLegend FromJson(string json) => JsonSerializer.Deserialize<FormLegend>(json, Json)!;

    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..32];

    /// <summary>The line of a field, or null when the legend has none.</summary>
    public LegendLine? Line(string field) => Sections.SelectMany(section => section.Lines).FirstOrDefault(line => line.Id == field);

    private static LegendLine Line(SiteDefinition site, FormField field) => new(
        field.Id,
        field.Label,
        field.Unit ?? (field.Kind == FieldKind.Duration ? "minutes" : null),
        Options.Of(site, field).ToDictionary(option => option.Value, option => option.Label),
        [.. (field.Kind == FieldKind.Person ? PersonFields.All : field.Fields).Select(part => Line(site, part))]);
}

public sealed record LegendSection(string Id, string Title, IReadOnlyList<LegendLine> Lines);

public sealed record LegendLine(string Id, string Label, string? Unit, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<LegendLine> Parts)
{
    /// <summary>An answer as people read it; the answers of blocks and rows are read part by part.</summary>
    public string Read(Answer answer) => answer switch
    {
        Answer.Text text => text.Value,
        Answer.Number number => French.Number(number.Value) + (Unit is null ? "" : "\u00a0" + Unit),
        Answer.Day day => FrenchTime.Day(day.Value),
        Answer.Hour hour => FrenchTime.Hour(hour.Value),
        Answer.Choice choice => Labels.GetValueOrDefault(choice.Value, choice.Value),
        Answer.Choices choices => string.Join(", ", choices.Values.Select(code => Labels.GetValueOrDefault(code, code))),
        Answer.Missing missing => Options.Label(missing.Why),
        Answer.Block block => string.Join(", ", Parts.Where(part => block.Answers.Has(part.Id)).Select(part => part.Read(block.Answers[part.Id]!))),
        Answer.Rows rows => string.Join("\u202f; ", rows.Items.Select(row => string.Join(", ", Parts.Where(part => row.Has(part.Id)).Select(part => part.Read(row[part.Id]!))))),
        _ => "",
    };
}
