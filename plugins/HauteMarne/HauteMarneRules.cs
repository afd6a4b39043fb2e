using Modular.Contracts.Rules;

namespace HauteMarne;

/// <summary>The work is independent of the judicial inquiry: nothing of it is written down here.</summary>
public sealed class HauteMarneRules : SiteRules
{
    /// <summary>Refuses a procedure number wherever it was typed.</summary>
    public override IEnumerable<Finding> Check(SituationDraft draft) =>
        from text in draft.FreeTexts
        where ProcedureNumber.IsIn(text.Value)
        select Finding.Refuse(text.Field, "Ceci ressemble à un numéro de procédure. Votre travail est indépendant de l’enquête : retirez le numéro, le reste de votre texte est gardé.");
}
