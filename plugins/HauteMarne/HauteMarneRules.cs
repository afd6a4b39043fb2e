using Modular.Contracts.Rules;

namespace HauteMarne;

/// <summary>The work is independent of the judicial inquiry: nothing of it is written down here.</summary>
public sealed class HauteMarneRules : SiteRules
{
    private const string Number =
        "Ceci ressemble à un numéro de procédure. Votre travail est indépendant de l’enquête\u202F: retirez le numéro, le reste de votre texte est gardé.";

    private const string Progress =
        "Votre texte est enregistré. Il semble dire où en est l’enquête\u202F: votre travail en est indépendant et rien d’elle n’est gardé ici. Vous pouvez "
            + "retirer ce passage.";

    /// <summary>Refuses a procedure number wherever it was typed, and warns where the progress of the inquiry is told.</summary>
    public override IEnumerable<Finding> Check(SituationDraft draft) => draft.FreeTexts.SelectMany(Judge);

    private static IEnumerable<Finding> Judge(FreeText text)
    {
        var plain = PlainText.Of(text.Value);
        return ProcedureNumber.IsIn(plain) ? [Finding.Refuse(text.Field, Number)]
            : InquiryProgress.IsTold(plain) ? [Finding.Warn(text.Field, Progress)]
            : [];
    }
}
