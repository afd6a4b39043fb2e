using System.Text.Encodings.Web;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Forms.Html;
using Modular.Forms.Kinds;

namespace Modular.Forms;

/// <summary>
/// All that follows from a form and its site's version alone: where its fields are, what a name means at each of them, which of them decide what else is
/// shown, which has a role, what is unchanged in its HTML. Made once a version, for the checks, pages, imports and facts alike.
/// </summary>
public sealed class FormPlan
{
    private readonly Dictionary<FieldRole, FieldPlan> _roles = [];
    private readonly HashSet<string> _shapes;
    private FormSkeleton? _skeleton;
    private BlankForm? _blank;

    public FormPlan(SiteDefinition site, FormDefinition form, IReadOnlyList<Code> ageGroups)
    {
        (Site, Form) = (site, form);
        var codes = new SiteCodes(site, ageGroups);
        var order = 0;
        foreach (var section in form.Sections)
        {
            var fields = new List<FieldPlan>(section.Fields.Count);
            foreach (var field in section.Fields)
            {
                var planned = new FieldPlan(codes, section, field, null, order);
                fields.Add(planned);
                order += 1 + planned.Parts.Count;
            }

            Sections.Add((section, fields));
        }

        Fields = [.. Sections.SelectMany(section => section.Fields)];
        AllFields = [.. Fields.SelectMany(planned => planned.Field.Fields.Count > 0 ? planned.Parts.Prepend(planned) : [planned])];
        Sources = SourcesOf(form);
        _shapes = [.. Fields.SelectMany(ShapesOf)];
        foreach (var planned in AllFields.Where(planned => planned.Field.Role is not null))
        {
            _roles.TryAdd(planned.Field.Role!.Value, planned);
        }
    }

    public SiteDefinition Site { get; }

    public FormDefinition Form { get; }

    /// <summary>The fields of the form itself, in the order of the page.</summary>
    public IReadOnlyList<FieldPlan> Fields { get; }

    /// <summary>The same with those of groups' rows, each after its group.</summary>
    public IReadOnlyList<FieldPlan> AllFields { get; }

    /// <summary>The columns that a table of answers to the form may have.</summary>
    public IEnumerable<Column> Columns => Fields.SelectMany(planned => planned.Kind.Columns(planned));

    /// <summary>The fields that decide what else is shown, computed ones traced back to what they read.</summary>
    internal IReadOnlySet<string> Sources { get; }

    internal List<(FormSection Section, IReadOnlyList<FieldPlan> Fields)> Sections { get; } = [];

    /// <summary>The field that has a role, or null.</summary>
    public FieldPlan? this[FieldRole role] => _roles.GetValueOrDefault(role);

    /// <summary>The identifier of the field that has a role, under which its answer is found.</summary>
    /// <exception cref="InvalidOperationException">There is none: no form that was checked lacks a role that the host leans on.</exception>
    public string Id(FieldRole role) =>
        this[role]?.Field.Id ?? throw new InvalidOperationException($"The form {Form.Id} has no field of the role {role}.");

    /// <summary>Every condition of the form, in whose row it reads, and the rank of the first field it shows.</summary>
    public IEnumerable<(FormCondition Condition, int Order)> Conditions =>
    [
        .. Form.Sections.Where(section => section.When is not null)
            .Select(section => (new FormCondition(section.When!, null), AllFields.First(planned => planned.Section == section).Order)),
        .. AllFields.Where(planned => planned.Field.When is not null).Select(planned => (new FormCondition(planned.Field.When!, planned.Group), planned.Order)),
    ];

    /// <summary>The field that a name means: of the row's own group first, of the form otherwise; null when there is none.</summary>
    /// <param name="group">The group in whose row the name is, or null.</param>
    public NamedField? Find(string name, FormField? group)
    {
        var (field, part) = name.Split('.') is [var block, var inner] ? (block, inner) : (name, null);
        var planned = AllFields.FirstOrDefault(planned => group is not null && planned.Group == group && planned.Field.Id == field)
            ?? AllFields.FirstOrDefault(planned => planned.Group is null && planned.Field.Id == field);
        if (planned is null || part is null)
        {
            return planned is null ? null : new NamedField(name, planned, null);
        }

        return BlockOf(planned).FirstOrDefault(inside => inside.Field.Id == part) is { } found ? new NamedField(name, planned, found) : null;
    }

    /// <summary>The names that could be meant there.</summary>
    public IEnumerable<string> Names(FormField? group) =>
        AllFields.Where(planned => planned.Group is null || planned.Group == group)
            .SelectMany(planned => BlockOf(planned).Select(part => $"{planned.Field.Id}.{part.Field.Id}").Prepend(planned.Field.Id));

    /// <summary>The paths that no field of the form explains.</summary>
    public IEnumerable<string> Unasked(TypedAnswers typed) => typed.Paths.Where(path => !_shapes.Contains(Shape(path)));

    /// <summary>The form as it is opened for something new.</summary>
    /// <param name="start">What it begins with.</param>
    /// <param name="read">Reads it. What a rule failed at is not kept: it may succeed the next time.</param>
    public FormReading Blank(AnswerSet start, DateOnly today, Func<FormReading> read)
    {
        if (_blank is { } made && made.Today == today && made.Start.Equals(start))
        {
            return made.Reading;
        }

        var judged = read();
        var reading = judged.Unjudged();
        if (!judged.Errors.ContainsKey(""))
        {
            _blank = new BlankForm(start, today, reading);
        }

        return reading;
    }

    /// <summary>Null when the reading is not the blank form's.</summary>
    internal BlankForm? BlankOf(FormReading reading) => _blank is { } blank && ReferenceEquals(blank.Reading, reading) ? blank : null;

    /// <summary>The fixed parts of its HTML, encoded once.</summary>
    internal FormSkeleton Skeleton(HtmlEncoder encoder) =>
        _skeleton is { } made && ReferenceEquals(made.Encoder, encoder) ? made : _skeleton = new FormSkeleton(this, encoder);

    /// <summary>The parts that names reach by a point: those of a person; a group's are reached in its rows alone.</summary>
    private static IReadOnlyList<FieldPlan> BlockOf(FieldPlan planned) => planned.Field.Fields.Count > 0 ? [] : planned.Parts;

    private static IEnumerable<string> ShapesOf(FieldPlan planned) =>
        planned.Parts.Select(part => $"{planned.Field.Id}{(planned.Field.Fields.Count > 0 ? "[]" : "")}.{part.Field.Id}").Prepend(planned.Field.Id);

    /// <summary><c>orientations[2].partner</c> as <c>orientations[].partner</c>, <c>referred_on~</c> as <c>referred_on</c>.</summary>
    private static string Shape(string path)
    {
        var bare = path.TrimEnd('~');
        var open = bare.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : bare.IndexOf(']', open);
        return close < 0 ? bare : $"{bare[..open]}[]{bare[(close + 1)..]}";
    }

    private static HashSet<string> SourcesOf(FormDefinition form)
    {
        var sources = form.Sections.Select(section => section.When).Concat(form.Fields.Select(field => field.When))
            .OfType<Condition>().SelectMany(condition => condition.Sources).ToHashSet();
        foreach (var computed in form.Fields.Where(field => field.From.Count > 0 && sources.Contains(field.Id)).ToList())
        {
            sources.UnionWith(computed.From);
        }

        return sources;
    }
}
