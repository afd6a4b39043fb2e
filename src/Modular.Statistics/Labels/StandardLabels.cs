namespace Modular.Statistics;

/// <summary>What people read for the dimensions and codes that no site declares: those the host computes, and the common core.</summary>
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
        ["reached"] = "Personne jointe",
        ["problem"] = "Problème principal",
        ["secondary_problems"] = "Problèmes secondaires",
        ["problem_core"] = "Problème principal (nomenclature commune)",
        ["secondary_problems_core"] = "Problèmes secondaires (nomenclature commune)",
        ["age_group"] = "Groupe d’âge",
        ["sex"] = "Sexe",
        ["partner"] = "Partenaire",
        ["outcome"] = "Suite de l’orientation",
        ["post"] = "Poste",
        ["half_day"] = "Demi-journée",
        ["month"] = "Mois",
        ["weekday"] = "Jour de la semaine",
    };

    public static readonly IReadOnlyDictionary<string, string> Special = new Dictionary<string, string>
    {
        ["unknown"] = "ne sait pas",
        ["refused"] = "refuse de répondre",
        ["not_asked"] = "non demandé",
        [NotGiven] = "non renseigné",
    };

    private static readonly IReadOnlyDictionary<string, string> YesNo = new Dictionary<string, string> { ["yes"] = "oui", ["no"] = "non" };

    /// <summary>The codes of a dimension in the order in which they are read.</summary>
    public static IReadOnlyDictionary<string, string>? CodesOf(string dimension) => dimension switch
    {
        "force" => Force,
        "state" => State,
        "vif" or "contacted" or "reached" => YesNo,
        "half_day" => HalfDay,
        "age_group" => AgeGroup,
        "problem_core" or "secondary_problems_core" => Core,
        "month" => Month,
        "weekday" => Weekday,
        _ => null,
    };

    public static readonly IReadOnlyDictionary<string, string> YesNoCodes = YesNo;

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

    private static readonly Dictionary<string, string> AgeGroup = new()
    {
        ["0_5"] = "0 à 5 ans",
        ["6_12"] = "6 à 12 ans",
        ["13_17"] = "13 à 17 ans",
        ["18_24"] = "18 à 24 ans",
        ["25_34"] = "25 à 34 ans",
        ["35_44"] = "35 à 44 ans",
        ["45_54"] = "45 à 54 ans",
        ["55_64"] = "55 à 64 ans",
        ["65_74"] = "65 à 74 ans",
        ["75_plus"] = "75 ans et plus",
    };

    private static readonly Dictionary<string, string> Month = new()
    {
        ["01"] = "janvier", ["02"] = "février", ["03"] = "mars", ["04"] = "avril", ["05"] = "mai", ["06"] = "juin",
        ["07"] = "juillet", ["08"] = "août", ["09"] = "septembre", ["10"] = "octobre", ["11"] = "novembre", ["12"] = "décembre",
    };

    private static readonly Dictionary<string, string> Weekday = new()
    {
        ["1"] = "lundi", ["2"] = "mardi", ["3"] = "mercredi", ["4"] = "jeudi", ["5"] = "vendredi", ["6"] = "samedi", ["7"] = "dimanche",
    };

    private static readonly Dictionary<string, string> Core = new()
    {
        ["violences_conjugales"] = "Violences conjugales",
        ["violences_ex_conjoint"] = "Violences d’un ex-conjoint",
        ["violences_sur_mineur"] = "Violences sur mineur",
        ["violences_sur_ascendant"] = "Violences sur ascendant",
        ["autres_violences_intrafamiliales"] = "Autres violences intrafamiliales",
        ["violences_sexuelles"] = "Violences sexuelles",
        ["violences_hors_famille"] = "Violences hors de la famille",
        ["harcelement"] = "Harcèlement",
        ["conflit_conjugal"] = "Conflit conjugal",
        ["conflit_familial"] = "Conflit familial",
        ["separation_conflictuelle"] = "Séparation conflictuelle",
        ["conflit_de_voisinage"] = "Conflit de voisinage",
        ["mineur_en_danger"] = "Mineur en danger",
        ["fugue"] = "Fugue",
        ["difficultes_educatives"] = "Difficultés éducatives",
        ["personne_vulnerable"] = "Personne vulnérable",
        ["troubles_psychiques"] = "Troubles psychiques",
        ["risque_suicidaire"] = "Risque suicidaire",
        ["addictions"] = "Addictions",
        ["logement"] = "Logement",
        ["precarite"] = "Précarité",
        ["delinquance_de_mineur"] = "Délinquance de mineur",
        ["radicalisation"] = "Radicalisation",
        ["autre"] = "Autre",
    };
}
