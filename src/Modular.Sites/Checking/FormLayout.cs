using Modular.Contracts.Forms;
using Modular.Contracts.Sites;

namespace Modular.Sites.Checking;

/// <summary>A form's fields in the order of the page, and what a name means at each of them.</summary>
internal sealed class FormLayout
{
    public FormLayout(SiteDefinition site, FormDefinition form)
    {
        (Site, Form) = (site, form);
        Places = [.. form.Sections.SelectMany(section => section.Fields.SelectMany(field =>
            field.Fields.Select(row => (section, row, group: (FormField?)field)).Prepend((section, field, null))))
            .Select((place, order) => new Place(place.section, place.Item2, place.Item3, order))];
    }

    public SiteDefinition Site { get; }

    public FormDefinition Form { get; }

    public IReadOnlyList<Place> Places { get; }

    /// <summary>Every condition of the form, in whose row it reads, and the rank of the first field it shows.</summary>
    public IEnumerable<(Named Named, int Order)> Conditions =>
    [
        .. Form.Sections.Where(section => section.When is not null).Select(section => (new Named(section.When!, null), Places.First(place => place.Section == section).Order)),
        .. Places.Where(place => place.Field.When is not null).Select(place => (new Named(place.Field.When!, place.Group), place.Order)),
    ];

    /// <summary>The field that a name means: of the row's own group first, of the form otherwise; null when there is none.</summary>
    /// <param name="group">The group in whose row the name stands, or null.</param>
    public Source? Find(string name, FormField? group)
    {
        var (field, part) = name.Split('.') is [var block, var inner] ? (block, inner) : (name, null);
        var place = Places.FirstOrDefault(place => group is not null && place.Group == group && place.Field.Id == field)
            ?? Places.FirstOrDefault(place => place.Group is null && place.Field.Id == field);
        return place is null || (part is not null && (place.Field.Kind != FieldKind.Person || !PersonParts.Contains(part))) ? null : new Source(name, place, part);
    }

    /// <summary>The names that could be meant there.</summary>
    public IEnumerable<string> Names(FormField? group) =>
        Places.Where(place => place.Group is null || place.Group == group)
            .SelectMany(place => place.Field.Kind == FieldKind.Person ? PersonParts.Select(part => $"{place.Field.Id}.{part}").Prepend(place.Field.Id) : [place.Field.Id]);

    public const string BirthDate = "birth_date";

    private static readonly string[] PersonParts = ["last_name", "first_name", BirthDate, "address", "telephone"];
}

/// <summary>Where a field stands.</summary>
/// <param name="Order">Its rank on the page.</param>
internal sealed record Place(FormSection Section, FormField Field, FormField? Group, int Order)
{
    /// <summary>Everything that has to hold for it to be shown, and in whose row each is read.</summary>
    public IEnumerable<Named> Conditions =>
        new[] { new Named(Section.When!, null), new Named(Group?.When!, null), new Named(Field.When!, Group) }.Where(named => named.Condition is not null);
}

/// <param name="Group">The group in whose row the condition reads, or null for the form itself.</param>
internal sealed record Named(Condition Condition, FormField? Group);

/// <summary>The field that a name means, or a part of it.</summary>
internal sealed record Source(string Name, Place Place, string? Part)
{
    public FieldKind Kind => Part switch
    {
        null => Place.Field.Kind,
        FormLayout.BirthDate => FieldKind.Date,
        _ => FieldKind.Text,
    };
}
