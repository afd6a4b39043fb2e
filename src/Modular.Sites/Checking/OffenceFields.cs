using Modular.Contracts.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>
/// Where the employer may not hold data on offences (article 46 of the loi Informatique et Libertés), the fields that ask for them do not exist.
/// </summary>
internal static class OffenceFields
{
    public static ParsedSite Remove(ParsedSite parsed) => parsed.Site is null or { HoldsOffenceData: true }
        ? parsed
        : parsed with { Forms = parsed.Forms.ToDictionary(form => form.Key, form => Without(form.Value, parsed)) };

    private static FormDefinition Without(FormDefinition form, ParsedSite parsed) => parsed.Sources.Same(form, form with
    {
        Sections = [.. form.Sections.Select(section => Without(section, parsed)).Where(section => section.Fields.Count > 0)],
    });

    private static FormSection Without(FormSection section, ParsedSite parsed) => parsed.Sources.Same(section, section with
    {
        Fields =
        [
            .. section.Fields.Where(field => !field.Offence && (field.Fields.Count == 0 || field.Fields.Any(row => !row.Offence)))
                .Select(field => Without(field, parsed)),
        ],
    });

    private static FormField Without(FormField field, ParsedSite parsed) => field.Fields.Any(row => row.Offence)
        ? parsed.Sources.Same(field, field with { Fields = [.. field.Fields.Where(row => !row.Offence)] })
        : field;
}
