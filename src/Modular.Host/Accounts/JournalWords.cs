using Modular.Access;
using Modular.Access.Journal;

namespace Modular.Host.Accounts;

/// <summary>The journal's acts as the DPO reads them.</summary>
internal static class JournalWords
{
    private static readonly IReadOnlyDictionary<string, string> Words = Enum.GetValues<JournalAct>().ToDictionary(act => act.Spelled(), Label);

    /// <summary>An act that a later version wrote is shown as it is written.</summary>
    public static string Of(string act) => Words.GetValueOrDefault(act, act);

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
