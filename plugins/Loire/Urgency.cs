using Modular.Contracts.Rules;

namespace Loire;

/// <summary>What makes a first contact urgent, in the words shown beside the situation.</summary>
internal static class Urgency
{
    public static IEnumerable<string> Reasons(SituationView situation)
    {
        if (ConjugalComplaint.Is(situation.Coded) is true)
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
}
