namespace Modular.Presence;

/// <summary>Why nothing was changed, in French, for the person who asked.</summary>
public sealed record Refusal(string Sentence)
{
    internal static Refusal Gone { get; } = new("Cette permanence n’existe plus\u202f: le calendrier a changé entre-temps. Rien n’a été enregistré.");

    internal static Refusal ReadOnly { get; } = new(
        "Ce site est en lecture seule sur ce serveur pour l’instant. Rien n’a été enregistré\u202f: prévenez la personne qui administre l’application.");

    internal static Refusal Overtaken { get; } = new(
        "Quelqu’un a modifié cette permanence entre-temps\u202f: relisez-la, puis recommencez si besoin. Rien n’a été enregistré.");
}
