using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Forms.Html;

namespace Modular.Forms.Kinds;

/// <summary>
/// All that is to be known of a kind of field: what a form may say of it, what can be answered, how it is asked, read, counted, written in a
/// table and invented. A kind is one class of this folder; nothing else knows it by name.
/// </summary>
public abstract class Kind
{
    private static readonly Dictionary<FieldKind, Kind> ByName = typeof(Kind).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Kind)) && !type.IsAbstract)
        .Select(type => (Kind)Activator.CreateInstance(type)!)
        .ToDictionary(kind => kind.Name);

    public static IReadOnlyCollection<Kind> All => ByName.Values;

    public static Kind Of(FieldKind name) => ByName[name];

    public abstract FieldKind Name { get; }

    /// <summary>Of the keys that only some kinds have, those that this one has.</summary>
    public virtual IReadOnlyList<string> Keys(FormField field) => ["needed", "alsoAnswers"];

    /// <summary>The one of its keys without which it means nothing, or null.</summary>
    public virtual string? NeededKey => null;

    /// <summary>Whether it may tell who the person is, whatever the form says.</summary>
    public virtual bool IsNominative => false;

    public virtual bool MayStandInRow => true;

    /// <summary>What sort of answer it gives: what it can be compared with, and how it can be counted.</summary>
    public abstract AnswerType Gives(FormField field);

    /// <summary>Whether one answer may hold several codes.</summary>
    public virtual bool GivesSeveral => false;

    /// <summary>Codes and whole numbers can be counted.</summary>
    public virtual bool IsCounted(FormField field) => Gives(field) == AnswerType.Codes;

    /// <summary>The unit of its number when the form names none, or null.</summary>
    public virtual string? Unit => null;

    /// <summary>What can be chosen, retired options included; none where something is typed.</summary>
    public virtual IReadOnlyList<Code> Options(SiteCodes codes, FormField field) => [];

    /// <summary>The fields inside it: those of a group's row, or the parts of a person.</summary>
    public virtual IReadOnlyList<FormField> Parts(FormField field) => [];

    /// <summary>The sort of least and greatest value it can have.</summary>
    public virtual RangeType RangeType => RangeType.None;

    /// <summary>The columns of a table that it takes: its own, those of its parts, or none.</summary>
    public virtual IEnumerable<Column> Columns(FieldPlan planned) => [new(planned.Field.Id, planned)];

    /// <summary>The values that are in one cell of a table.</summary>
    public virtual IReadOnlyList<string> Values(string cell) => [cell];

    /// <summary>One answer of each sort that the comparisons tell apart, special answers left out; null when there are too many to try.</summary>
    public virtual IReadOnlyList<Answer>? Sorts(FieldPlan planned, IReadOnlyList<Condition> comparisons) => [new Answer.Text("x")];

    /// <summary>What was typed, once it is known that the field is shown and that no special answer was chosen.</summary>
    internal abstract ParsedAnswer Read(AskedField asked);

    /// <summary>Why an answer lies outside what the field allows, in a sentence; null when it does not.</summary>
    internal virtual string? OutOfBounds(AskedField asked, Answer answer) => null;

    /// <summary>Says once how the field is written: what depends on what was typed is left open.</summary>
    internal abstract void Write(FieldHtml html);

    /// <summary>An answer for the demonstration, as it would be typed.</summary>
    internal virtual void Invent(InventedAnswers invented, FieldPlan planned, string path)
    {
    }
}

/// <summary>The sorts of answer.</summary>
public enum AnswerType
{
    Nothing,
    Text,
    Codes,
    Number,
    Day,
    Hour,

    /// <summary>The answers of the fields inside it.</summary>
    Parts,
}

/// <summary>What a field's least and greatest values are.</summary>
public enum RangeType
{
    None,
    Number,
    Day,
}

/// <summary>The code lists that a field may choose from: the site's own, and the age groups that every site shares.</summary>
public sealed record SiteCodes(SiteDefinition Site, IReadOnlyList<Code> AgeGroups)
{
    public IReadOnlyList<Code> Of(string? list) => list is null ? [] : Site.Codes.GetValueOrDefault(list) ?? [];
}

/// <summary>A column of a table of answers, named by the path of the field in it.</summary>
public sealed record Column(string Path, FieldPlan Plan);
