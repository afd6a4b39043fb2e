using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Forms.Kinds;

namespace Modular.Forms;

/// <summary>A field at its place in a form, with what its kind makes of it on this site.</summary>
public sealed class Place
{
    internal Place(SiteCodes codes, FormSection section, FormField field, FormField? group, int order)
    {
        (Section, Field, Group, Order, Kind) = (section, field, group, order, Kind.Of(field.Kind));
        Options = Kind.Options(codes, field);
        Gives = Kind.Gives(field);
        Parts = [.. Kind.Parts(field).Index().Select(part => new Place(codes, section, part.Item, field, order + 1 + part.Index))];
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

    public IReadOnlyList<Place> Parts { get; }

    /// <summary>Every code that its answer can be, special ones last.</summary>
    public IReadOnlyList<string> Codes => [.. Options.Select(option => option.Value), .. Field.AlsoAnswers.Select(why => why.Spelled())];

    /// <summary>The unit printed after its number, or null.</summary>
    public string? Unit => Field.Unit ?? Kind.Unit;

    /// <summary>Everything that has to hold for it to be shown, and in whose row each is read.</summary>
    public IEnumerable<Named> Conditions =>
        new[] { new Named(Section.When!, null), new Named(Group?.When!, null), new Named(Field.When!, Group) }.Where(named => named.Condition is not null);
}

/// <param name="Group">The group in whose row the condition reads, or null for the form itself.</param>
public sealed record Named(Condition Condition, FormField? Group);

/// <summary>The field that a name means, or a part of it.</summary>
/// <param name="Place">The field.</param>
/// <param name="Part">The part of a person that is meant, or null for the field itself.</param>
public sealed record Source(string Name, Place Place, Place? Part)
{
    /// <summary>What the answer is of.</summary>
    public Place Asked => Part ?? Place;
}
