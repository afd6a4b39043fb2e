using Modular.Contracts.Forms;

namespace Modular.Statistics;

/// <summary>What people read for the dimensions and codes that no site declares: those the host computes.</summary>
internal static class StandardLabels
{
    /// <summary>The pseudo-code of an answer that is not there.</summary>
    public const string NotGiven = "not_given";

    public static readonly IReadOnlyList<string> NotKnown = ["unknown", "refused", "not_asked", NotGiven];

    public static readonly IReadOnlyDictionary<string, string> Dimensions = new Dictionary<string, string>
    {
        ["station"] = "Lieu",
        ["force"] = "Force",
        ["state"] = "État",
        ["vif"] = "Violences intrafamiliales",
        ["contacted"] = "Personne jointe",
        ["post"] = "Poste",
        ["half_day"] = "Demi-journée",
        ["month"] = "Mois",
        ["weekday"] = "Jour de la semaine",
    };

    /// <summary>What heads the problems where those of all sites are added up.</summary>
    public static readonly IReadOnlyDictionary<FieldRole, string> Problems = new Dictionary<FieldRole, string>
    {
        [FieldRole.Problem] = "Problème principal",
        [FieldRole.SecondaryProblems] = "Problèmes secondaires",
    };

    public static readonly IReadOnlyDictionary<string, string> Special = new Dictionary<string, string>
    {
        ["unknown"] = "ne sait pas",
        ["refused"] = "refuse de répondre",
        ["not_asked"] = "non demandé",
        [NotGiven] = "non renseigné",
    };

    public static readonly IReadOnlyDictionary<string, string> YesNo = new Dictionary<string, string> { ["yes"] = "oui", ["no"] = "non" };

    /// <summary>The codes of a dimension in the order in which they are read.</summary>
    public static IReadOnlyDictionary<string, string>? CodesOf(string dimension) => dimension switch
    {
        "force" => Force,
        "state" => State,
        "vif" or "contacted" => YesNo,
        "half_day" => HalfDay,
        "month" => Month,
        "weekday" => Weekday,
        _ => null,
    };

    private static readonly Dictionary<string, string> Force = new() { ["police"] = "police", ["gendarmerie"] = "gendarmerie" };

    private static readonly Dictionary<string, string> State = new()
    {
        ["open"] = "ouverte",
        ["closed"] = "close",
        ["held"] = "tenue",
        ["planned"] = "prévue",
        ["moved"] = "déplacée",
        ["replaced"] = "remplacée",
        ["skipped"] = "non tenue",
        ["uncovered"] = "non couverte",
        ["holiday"] = "jour férié",
    };

    private static readonly Dictionary<string, string> HalfDay = new() { ["morning"] = "matin", ["afternoon"] = "après-midi" };

    private static readonly Dictionary<string, string> Month = new()
    {
        ["01"] = "janvier", ["02"] = "février", ["03"] = "mars", ["04"] = "avril", ["05"] = "mai", ["06"] = "juin",
        ["07"] = "juillet", ["08"] = "août", ["09"] = "septembre", ["10"] = "octobre", ["11"] = "novembre", ["12"] = "décembre",
    };

    private static readonly Dictionary<string, string> Weekday = new()
    {
        ["1"] = "lundi", ["2"] = "mardi", ["3"] = "mercredi", ["4"] = "jeudi", ["5"] = "vendredi", ["6"] = "samedi", ["7"] = "dimanche",
    };
}
