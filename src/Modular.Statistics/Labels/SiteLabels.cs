using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Contracts.Wording;

namespace Modular.Statistics.Labels;

/// <summary>The site's own code lists and forms first, then the words that sites share. Nothing groups two codes but the site.</summary>
/// <param name="common">The code lists shared by all sites, by the dimension they are answered in.</param>
public sealed class SiteLabels(SiteDefinition site, IEnumerable<FormDefinition> forms, IReadOnlyDictionary<string, IReadOnlyList<Code>> common)
{
    /// <summary>Ends the name of a dimension that says how a field's codes count in the common core.</summary>
    private const string Core = "_core";

    private readonly Dictionary<string, FormField> _fields = forms
        .SelectMany(form => form.Fields)
        .SelectMany(field => field.Fields.Prepend(field))
        .OrderByDescending(field => field.Fact)
        .DistinctBy(field => field.Id)
        .ToDictionary(field => field.Id);

    private readonly HashSet<string> _conditional = [.. forms
        .SelectMany(form => form.Sections)
        .SelectMany(section => section.Fields.Where(field => section.When is not null || field.When is not null))
        .Select(field => field.Id)];

    public SiteDefinition Site => site;

    /// <summary>Whether the question is put under a condition: what a figure says of it is about those to whom it was.</summary>
    public bool IsConditional(string dimension) => _conditional.Contains(dimension);

    public string Dimension(string dimension) =>
        _fields.TryGetValue(dimension, out var field) ? Heading(field)
        : MappedBy(dimension) is { } mapped ? $"{Words.Find("field_role", mapped.Role) ?? Heading(mapped)} (nomenclature commune)"
        : Words.Find("dimension", dimension) ?? dimension;

    public string Code(string dimension, string code) =>
        Words.Find("not_given", code)
        ?? Declared(dimension)?.FirstOrDefault(declared => declared.Value == code)?.Label
        ?? StandardCodes.Find(dimension, code)
        ?? (IsYesNo(dimension) ? Words.Find("yes_no", code) : null)
        ?? code;

    /// <summary>The codes of a dimension that a table shows even when nothing was counted, in order.</summary>
    public IReadOnlyList<string> Codes(string dimension)
    {
        var codes = Declared(dimension)?.Where(code => !code.Retired).Select(code => code.Value)
            ?? StandardCodes.In(dimension)?.Keys
            ?? (IsYesNo(dimension) ? Words.In("yes_no").Keys : []);
        return [.. codes.Where(code => !IsNotKnown(code))];
    }

    /// <summary>Whether one fact may hold several codes of the dimension, so that shares may add up to more than 100 %.</summary>
    public bool TakesSeveral(string dimension) =>
        (_fields.GetValueOrDefault(dimension) ?? MappedBy(dimension)) is { Kind: FieldKind.SeveralOf };

    /// <summary>« ne sait pas », « refuse », « non demandé » and no answer at all: answers of their own, never a « non ».</summary>
    public static bool IsNotKnown(string code) => StandardCodes.NotKnown.Contains(code);

    public string Measure(string measure) => Words.Find("measure", IsDuration(measure) ? "duration" : measure) ?? Dimension(measure);

    /// <summary>The unit of a measure: <c>days</c>, <c>minutes</c>, <c>contacts</c>, or what the form says.</summary>
    public string MeasureUnit(string measure) => measure switch
    {
        "days_to_first_contact" or "days_open" => "days",
        "contacts" => "contacts",
        _ when IsDuration(measure) => "minutes",
        _ => _fields.GetValueOrDefault(measure)?.Unit ?? measure,
    };

    private static string Heading(FormField field) => field.Heading ?? field.Label.TrimEnd(' ', '\u00A0', '\u202F', '?', ':');

    /// <summary>The field whose codes a dimension counts as the common core does, or null.</summary>
    private FormField? MappedBy(string dimension) =>
        dimension.EndsWith(Core, StringComparison.Ordinal) ? _fields.GetValueOrDefault(dimension[..^Core.Length]) : null;

    private bool IsDuration(string measure) => _fields.GetValueOrDefault(measure) is { Role: FieldRole.Duration };

    private bool IsYesNo(string dimension) => _fields.GetValueOrDefault(dimension)?.Kind == FieldKind.YesNo;

    private IEnumerable<Code>? Declared(string dimension) => dimension switch
    {
        "station" => site.Stations.Select(station => new Code(station.Id, station.Name)),
        "post" => site.Posts.Select(post => new Code(post.Id, post.Name)),
        _ when _fields.GetValueOrDefault(dimension) is { Kind: FieldKind.Station } => Declared("station"),
        _ => site.Codes.GetValueOrDefault(_fields.GetValueOrDefault(dimension)?.Codes ?? dimension) ?? common.GetValueOrDefault(dimension),
    };
}
