using Modular.Contracts.Forms;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The fields that the host knows by their identifier: without them it could neither count days nor say what was done.</summary>
internal static class HostFieldCheck
{
    private static readonly Dictionary<string, Known[]> KnownFields = new()
    {
        ["situation"] =
        [
            new("referred_on", FieldKind.Date, ToSave: true),
            new("station", FieldKind.Station, ToSave: true),
            new("referral_mode", FieldKind.OneOf, "referral_mode"),
            new("person", FieldKind.Person),
            new("problem", FieldKind.OneOf, "problem"),
            new("secondary_problems", FieldKind.SeveralOf, "problem"),
        ],
        ["contact"] =
        [
            new("on", FieldKind.Date, ToSave: true),
            new("kind", FieldKind.OneOf, "contact_kind"),
            new("reached", FieldKind.YesNo, ToSave: true),
            new("duration", FieldKind.Duration),
            new("acts", FieldKind.SeveralOf, "contact_act"),
            new("orientations", FieldKind.Group) { Rows = [new("partner", FieldKind.OneOf, "partner"), new("outcome", FieldKind.OneOf, "orientation_outcome")] },
        ],
        ["closing"] = [new("closed_on", FieldKind.Date, ToSave: true), new("reason", FieldKind.OneOf, "closing_reason", ToSave: true)],
        ["danger"] = [new("assessed_on", FieldKind.Date)],
    };

    public static void Run(SiteDraft draft, FormDefinition form)
    {
        foreach (var known in KnownFields.GetValueOrDefault(form.Id, []))
        {
            Check(draft, form, [.. form.Fields], known, form.Sections);
        }

        if (form.Fields.FirstOrDefault(field => field is { Id: "orientations", Kind: FieldKind.Group, CountedAs: not "orientations" }) is { } orientations && form.Id == "contact")
        {
            draft.Fault(orientations, null, $"The rows of \"orientations\" are counted as orientations: \"countedAs\": \"orientations\".");
        }
    }

    private static void Check(SiteDraft draft, object owner, IReadOnlyList<FormField> fields, Known known, IReadOnlyList<FormSection> sections)
    {
        if (fields.FirstOrDefault(field => field.Id == known.Id) is not { } field)
        {
            draft.Fault(owner, null, $"The host needs a field \"{known.Id}\" of kind {SnakeCase.Of(known.Kind)} here.{Nearest.Hint(known.Id, fields.Select(other => other.Id))}");
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

    private sealed record Known(string Id, FieldKind Kind, string? Codes = null, bool ToSave = false)
    {
        public Known[] Rows { get; init; } = [];
    }
}
