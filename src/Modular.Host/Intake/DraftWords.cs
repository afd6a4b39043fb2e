using Modular.Contracts.Wording;
using Modular.Intake.Drafts;

namespace Modular.Host.Intake;

/// <summary>How drafts are spoken of, and where they are taken up again. Nothing that was typed is told.</summary>
internal static class DraftWords
{
    public const string TooLong =
        "Le brouillon n’est pas enregistré\u202f: il est trop long. Ce que vous tapez reste sur cette page\u202f: enregistrez-la, ou raccourcissez ses textes.";

    public const string Unwritable =
        "Le brouillon n’est pas enregistré\u202f: le serveur n’arrive pas à écrire. Ce que vous tapez reste sur cette page\u202f; prévenez l’administrateur.";

    public static readonly string TooMany =
        $"Le brouillon n’est pas enregistré\u202f: vous en avez déjà {DraftService.Most}. Ce que vous tapez reste sur cette page. "
        + "Dans «\u202fMa journée\u202f», reprenez ou abandonnez les anciens.";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static string Title(DraftSubject subject) => subject switch
    {
        { Form: "situation", Version: 0 } => "Nouvelle situation",
        { Form: "situation", Number: null } => "Fiche de situation",
        { Form: "situation" } => $"Fiche de la situation {subject.Number}",
        _ => $"{EntryKind.OfForm(subject.Form).Title}, situation {subject.Number}",
    };

    public static string Address(DraftSubject subject) => subject switch
    {
        { Form: "situation", Version: 0 } => $"/situations/nouvelle?site={Uri.EscapeDataString(subject.Site)}&fiche={subject.Key:N}",
        { Form: "situation" } => $"/situations/{subject.Situation:N}/modifier",
        { Version: 0 } => $"/situations/{subject.Situation:N}/{EntryKind.OfForm(subject.Form).Address}?fiche={subject.Key:N}",
        _ => $"/situations/{subject.Situation:N}/{EntryKind.OfForm(subject.Form).Address}/{subject.Key:N}",
    };

    /// <summary>After a word such as « commencé ».</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo? zone, TimeProvider time) =>
        FrenchTime.Lately(TimeZoneInfo.ConvertTime(at, zone ?? Paris), TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone ?? Paris));
}
