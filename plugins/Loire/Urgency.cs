using Modular.Contracts.Rules;

namespace Loire;

/// <summary>What makes a first contact urgent, in the words that stand beside the situation.</summary>
internal static class Urgency
{
    private static readonly string[] Conjugal = ["violences_conjugales", "violences_ex_conjoint"];

    public static IEnumerable<string> Reasons(SituationView situation)
    {
        if (IsComplaint(situation) && IsConjugal(situation))
        {
            yield return "plainte pour violences conjugales";
        }

        if (situation.Coded.Code("immediate_danger") is "yes")
        {
            yield return "danger immédiat";
        }
    }

    public static IEnumerable<string> HandedOver(SituationView situation)
    {
        if (situation.Coded.Code("unit_priority") is "yes")
        {
            yield return "jugée prioritaire par l’unité";
        }
    }

    public static IEnumerable<string> Aggravations(SituationView situation)
    {
        if (situation.Coded.Code("children_present") is "yes")
        {
            yield return "enfants présents";
        }

        if (situation.Coded.Code("known_to_worker") is "yes")
        {
            yield return "déjà rencontrée";
        }
    }

    private static bool IsComplaint(SituationView situation) =>
        situation.Coded.Code("referral_mode") is "suite_a_plainte" || situation.Coded.Code("unit_follow_up") is "plainte";

    private static bool IsConjugal(SituationView situation) =>
        situation.Coded.CodesOf("problem").Concat(situation.Coded.CodesOf("secondary_problems")).Intersect(Conjugal).Any();
}
