using Modular.Contracts.Forms;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The fields that the host knows by their identifier: without them it could neither count days nor say what was done.</summary>
internal static class HostFieldCheck
{
    private const string SafePhone = "safe_phone";
    private const string SafeContact = "safe_contact";

    private static readonly Known[] Situation =
    [
        new("referred_on", FieldKind.Date, $"delays are counted from it", ToSave: true),
        new("station", FieldKind.Station, $"lists and reports say where people were received", ToSave: true),
        new("referral_mode", FieldKind.OneOf, $"reports count by it", "referral_mode"),
        new("person", FieldKind.Person, $"a situation is found by the person's name"),
        new(SafePhone, FieldKind.Telephone, $"without it the fiche shows no safe contact, and nobody is found by that number"),
        new("problem", FieldKind.OneOf, $"violences intrafamiliales are worked out from it", "problem"),
        new("secondary_problems", FieldKind.SeveralOf, $"violences intrafamiliales are worked out from it", "problem"),
    ];

    private static readonly Known[] Contact =
    [
        new("on", FieldKind.Date, $"it says in which period it is counted", ToSave: true),
        new("kind", FieldKind.OneOf, $"reports count by it", "contact_kind"),
        new("reached", FieldKind.YesNo, $"the first contact is the first that reached the person", ToSave: true),
        new("duration", FieldKind.Duration, $"reports add it up"),
        new("acts", FieldKind.SeveralOf, $"reports count by it", "contact_act"),
        new("orientations", FieldKind.Group, $"reports count its rows")
        {
            Rows = [new("partner", FieldKind.OneOf, $"reports count by it", "partner"), new("outcome", FieldKind.OneOf, $"reports count by it", "orientation_outcome")],
        },
    ];

    private static readonly Known[] Closing =
    [
        new("closed_on", FieldKind.Date, $"the situation is closed on that day", ToSave: true),
        new("reason", FieldKind.OneOf, $"reports count by it", "closing_reason", ToSave: true),
    ];

    private static readonly Known[] Danger = [new("assessed_on", FieldKind.Date, $"it says which assessment is the last")];

    public static void Run(SiteDraft draft, FormDefinition form)
    {
        foreach (var known in KnownIn(form.Id))
        {
            Check(draft, form, [.. form.Fields], known, form.Sections);
        }

        if (form.Fields.FirstOrDefault(field => field is { Id: "orientations", Kind: FieldKind.Group, CountedAs: not "orientations" }) is { } orientations && form.Id == "contact")
        {
            draft.Fault(orientations, null, $"The rows of \"orientations\" are counted as orientations: \"countedAs\": \"orientations\".");
        }

        if (form.Id == "situation" && form.Sections.Where(section => section.Id != SafeContact).SelectMany(section => section.Fields).FirstOrDefault(field => field.Id == SafePhone) is { } elsewhere)
        {
            draft.Fault(elsewhere, "id", $"\"{SafePhone}\" stands in a section named \"{SafeContact}\": the fiche shows that section as the safe contact, and no other.");
        }
    }

    private static Known[] KnownIn(string form) => form switch
    {
        "situation" => Situation,
        "contact" => Contact,
        "closing" => Closing,
        "danger" => Danger,
        _ => [],
    };

    private static void Check(SiteDraft draft, object owner, IReadOnlyList<FormField> fields, Known known, IReadOnlyList<FormSection> sections)
    {
        if (fields.FirstOrDefault(field => field.Id == known.Id) is not { } field)
        {
            draft.Fault(owner, null, $"The host needs a field \"{known.Id}\" of kind {SnakeCase.Of(known.Kind)} here: {known.Why}.{Nearest.Hint(known.Id, fields.Select(other => other.Id))}");
            return;
        }

        if (field.Kind != known.Kind)
        {
            draft.Fault(field, "kind", $"The host reads \"{known.Id}\" as {SnakeCase.Of(known.Kind)}.");
        }
        else if (field.Codes != known.Codes)
        {
            draft.Fault(field, "codes", $"The host reads \"{known.Id}\" from the code list {known.Codes}.");
        }

        if (known.ToSave && field.Needed != Need.ToSave)
        {
            draft.Fault(field, "needed", $"\"{known.Id}\" is needed to save.");
        }

        if (known.ToSave && (field.When is not null || sections.Any(section => section.When is not null && section.Fields.Contains(field))))
        {
            draft.Fault(field, "when", $"\"{known.Id}\" is always shown: nothing is saved without it.");
        }

        foreach (var row in field.Kind == FieldKind.Group ? known.Rows : [])
        {
            Check(draft, field, field.Fields, row, []);
        }
    }

    /// <param name="Why">What would be missing without it, in the middle of a sentence.</param>
    private sealed record Known(string Id, FieldKind Kind, FormattableString Why, string? Codes = null, bool ToSave = false)
    {
        public Known[] Rows { get; init; } = [];
    }
}
