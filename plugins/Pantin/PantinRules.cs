using Modular.Contracts.Rules;
using Modular.Contracts.Wording;

namespace Pantin;

/// <summary>Seen early, answered at once, handed over soon.</summary>
public sealed class PantinRules : SiteRules
{
    /// <summary>The track of a first offender of 13 to 17; every other person has none.</summary>
    public override IReadOnlyDictionary<string, string> Derive(SituationDraft draft) =>
        draft.Form is "situation"
            ? new Dictionary<string, string> { ["track"] = FirstOffender.Is(draft.Answers) ? FirstOffender.Track : "aucun" }
            : base.Derive(draft);

    /// <summary>"Je n’ai pas vocation à suivre les personnes sur le long terme": past the limit, the situation is handed over.</summary>
    public override IEnumerable<Reminder> Remind(SituationView situation, DateOnly today)
    {
        var days = today.DayNumber - situation.ReferredOn.DayNumber;
        return situation.ClosedOn is null && days > situation.Limits.OpenDays
            ? [new Reminder("hand_over", $"Ouverte depuis {Counted.InFrench(days, "jour", "jours")}, pour {situation.Limits.OpenDays} au plus : "
                + $"passez le relais à un service durable ({LastingService(situation)}).")]
            : [];
    }

    private static string LastingService(SituationView situation) =>
        situation.Coded.Code("track") is FirstOffender.Track ? "prévention spécialisée ou PJJ"
        : situation.Coded.Code("vif") is "yes" ? "association spécialisée ou services sociaux du département"
        : "services sociaux du département ou CCAS";
}
