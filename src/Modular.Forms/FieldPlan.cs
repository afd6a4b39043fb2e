using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Forms.Kinds;

namespace Modular.Forms;

/// <summary>A field where it is in a form, and all that follows from it on this site.</summary>
public sealed class FieldPlan
{
    internal FieldPlan(SiteCodes codes, FormSection section, FormField field, FormField? group, int order)
    {
        (Section, Field, Group, Order, Kind) = (section, field, group, order, Kind.Of(field.Kind));
        Options = Kind.Options(codes, field);
        Gives = Kind.Gives(field);
        Parts = [.. Kind.Parts(field).Index().Select(part => new FieldPlan(codes, section, part.Item, field, order + 1 + part.Index))];
    }

    public FormSection Section { get; }

    public FormField Field { get; }

    /// <summary>The group in whose row it is, or the person it is a part of; null for a field of the form itself.</summary>
    public FormField? Group { get; }

    /// <summary>Its rank on the page.</summary>
    public int Order { get; }

    public Kind Kind { get; }

    public AnswerType Gives { get; }

    /// <summary>What can be chosen, retired options included.</summary>
    public IReadOnlyList<Code> Options { get; }

    public IReadOnlyList<FieldPlan> Parts { get; }

    /// <summary>Every code that its answer can be, special ones last.</summary>
    public IReadOnlyList<string> Codes => [.. Options.Select(option => option.Value), .. Field.AlsoAnswers.Select(why => why.Spelled())];

    /// <summary>The unit printed after its number, or null.</summary>
    public string? Unit => Field.Unit ?? Kind.Unit;

    /// <summary>Everything that has to hold for it to be shown, and in whose row each is read.</summary>
    public IEnumerable<FormCondition> Conditions =>
        from condition in ((Condition? When, FormField? Group)[])[(Section.When, null), (Group?.When, null), (Field.When, Group)]
        where condition.When is not null
        select new FormCondition(condition.When, condition.Group);
}

/// <param name="Group">The group in whose row the condition reads, or null for the form itself.</param>
public sealed record FormCondition(Condition Condition, FormField? Group);

/// <summary>The field that a name means, or a part of it.</summary>
/// <param name="Plan">The field.</param>
/// <param name="Part">The part of a person that is meant, or null for the field itself.</param>
public sealed record NamedField(string Name, FieldPlan Plan, FieldPlan? Part)
{
    /// <summary>What the answer is of.</summary>
    public FieldPlan Asked => Part ?? Plan;
}
