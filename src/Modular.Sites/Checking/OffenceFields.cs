using Modular.Contracts.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>
/// Where the employer may not hold data on offences (article 46 of the loi Informatique et Libertés), the fields that ask for them do not exist.
/// </summary>
internal static class OffenceFields
{
    public static SiteDraft Remove(SiteDraft draft) => draft.Site is null or { HoldsOffenceData: true }
        ? draft
        : draft with { Forms = draft.Forms.ToDictionary(form => form.Key, form => Without(form.Value, draft)) };

    private static FormDefinition Without(FormDefinition form, SiteDraft draft) => draft.Sources.Same(form, form with
    {
        Sections = [.. form.Sections.Select(section => Without(section, draft)).Where(section => section.Fields.Count > 0)],
    });

    private static FormSection Without(FormSection section, SiteDraft draft) => draft.Sources.Same(section, section with
    {
        Fields =
        [
            .. section.Fields.Where(field => !field.Offence && (field.Fields.Count == 0 || field.Fields.Any(row => !row.Offence)))
                .Select(field => Without(field, draft)),
        ],
    });

    private static FormField Without(FormField field, SiteDraft draft) => field.Fields.Any(row => row.Offence)
        ? draft.Sources.Same(field, field with { Fields = [.. field.Fields.Where(row => !row.Offence)] })
        : field;
}
