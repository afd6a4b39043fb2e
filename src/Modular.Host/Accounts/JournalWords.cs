using System.Text.RegularExpressions;
using Modular.Access;
using Modular.Access.Journal;

namespace Modular.Host.Accounts;

/// <summary>The journal's acts as the DPO reads them.</summary>
internal static partial class JournalWords
{
    private static readonly IReadOnlyDictionary<string, string> Words = Enum.GetValues<JournalAct>().ToDictionary(act => act.Spelled(), Label);

    /// <summary>An act that a later version wrote is shown as it is written.</summary>
    public static string Of(string act) => Words.GetValueOrDefault(act, act);

    /// <summary>What an act says besides, its identifiers in words.</summary>
    public static string DetailOf(string? detail) => detail is null ? "–" : Identifiers().Replace(detail, word => Details.GetValueOrDefault(word.Value, word.Value));

    private static readonly IReadOnlyDictionary<string, string> Details = new Dictionary<string, string>
    {
        ["All"] = "toutes",
        ["Open"] = "ouvertes",
        ["NotContacted"] = "à contacter",
        ["Closed"] = "closes",
        ["situation"] = "situation",
        ["contact"] = "entretien",
        ["danger"] = "danger",
        ["closing"] = "clôture",
        ["worker"] = "intervenant",
        ["coordinator"] = "coordination",
        ["admin"] = "administration",
        ["dpo"] = "protection des données",
        ["page"] = "à l’écran",
        ["wrong_password"] = "mot de passe inexact",
        ["locked"] = "compte verrouillé pour un moment",
        ["unknown_login"] = "identifiant inconnu, nombre d’essais",
        ["disabled"] = "compte fermé",
    };

    [GeneratedRegex(@"\w+")]
    private static partial Regex Identifiers();

    private static string Label(JournalAct act) => act switch
    {
        JournalAct.SignIn => "connexion",
        JournalAct.SignInRefused => "connexion refusée",
        JournalAct.SignOut => "déconnexion",
        JournalAct.List => "liste",
        JournalAct.Search => "recherche",
        JournalAct.Read => "lecture",
        JournalAct.Create => "création",
        JournalAct.Edit => "modification",
        JournalAct.Close => "clôture",
        JournalAct.Reopen => "réouverture",
        JournalAct.Import => "import",
        JournalAct.Export => "export",
        JournalAct.Refused => "accès refusé",
        JournalAct.AccountCreated => "compte créé",
        JournalAct.AccountChanged => "compte modifié",
        JournalAct.ReportRead => "bilan lu",
        JournalAct.JobRun => "tâche exécutée",
        JournalAct.Backup => "sauvegarde",
        _ => act.Spelled(),
    };
}
