using Modular.Contracts.Forms;

namespace Modular.Intake.Forms;

/// <summary>The fields of a person block, always the same.</summary>
internal static class PersonFields
{
    public static IReadOnlyList<FormField> All { get; } =
    [
        Field("last_name", FieldKind.Text, "Nom"),
        Field("first_name", FieldKind.Text, "Prénom"),
        Field("birth_date", FieldKind.Date, "Date de naissance") with { AtMost = "today" },
        Field("address", FieldKind.LongText, "Adresse") with { MaxLength = 500 },
        Field("telephone", FieldKind.Telephone, "Téléphone"),
    ];

    private static FormField Field(string id, FieldKind kind, string label) => new() { Id = id, Kind = kind, Label = label, Nominative = true };
}
