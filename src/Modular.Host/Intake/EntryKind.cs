using Modular.Contracts.Forms;

namespace Modular.Host.Intake;

/// <summary>The kinds of entry: their address, their form, and how they are spoken of.</summary>
internal sealed record EntryKind(string Address, string Form, FieldRole Day, string Title, string Button, string Saved)
{
    public static readonly EntryKind Contact = new(
        "entretiens", "contact", FieldRole.ContactDate, "Entretien", "Enregistrer l’entretien", "L’entretien est enregistré.");
    public static readonly EntryKind Danger = new(
        "danger", "danger", FieldRole.AssessmentDate, "Évaluation du danger", "Enregistrer l’évaluation", "L’évaluation est enregistrée.");
    public static readonly EntryKind Closing = new("cloture", "closing", FieldRole.ClosingDate, "Clôture", "Clore la situation", "La situation est close.");

    public static EntryKind? Of(string address) => address switch
    {
        "entretiens" => Contact,
        "danger" => Danger,
        "cloture" => Closing,
        _ => null,
    };

    public static EntryKind OfForm(string form) => form switch
    {
        "danger" => Danger,
        "closing" => Closing,
        _ => Contact,
    };
}
