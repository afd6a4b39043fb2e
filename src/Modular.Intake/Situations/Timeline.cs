using Modular.Contracts.Rules;
using Modular.Contracts.Wording;
using Modular.Intake.Forms;

namespace Modular.Intake.Situations;

/// <summary>What happens to a situation follows its referral, and it is closed once.</summary>
internal static class Timeline
{
    /// <summary>Somebody may be met before the station writes its referral down.</summary>
    private const int DaysBefore = 31;

    private static readonly string[] DayFields = ["on", "closed_on", "assessed_on"];

    public static IEnumerable<Finding> OfReferral(FormReading reading, Situation situation)
    {
        if (reading.Answers.Date("referred_on") is { } referred && situation.Entries.FirstOrDefault(entry => !entry.Row.Withdrawn && entry.On < Earliest(entry.Form, referred)) is { } early)
        {
            yield return Finding.Refuse("referred_on", $"La saisine ne peut pas suivre ce qui est déjà noté le {FrenchTime.Day(early.On)}. Corrigez l’une des deux dates.");
        }
    }

    public static IEnumerable<Finding> OfEntry(FormReading reading, Situation situation, Guid entry)
    {
        var field = DayFields.FirstOrDefault(field => reading.Answers.Date(field) < Earliest(reading.Form.Id, situation.Row.ReferredOn));
        if (field is not null)
        {
            yield return Finding.Refuse(field, $"Cette date précède de trop la saisine du {FrenchTime.Day(situation.Row.ReferredOn)}. Corrigez l’une des deux dates.");
        }

        var closed = situation.Entries.FirstOrDefault(other => other is { Form: "closing", Row.Withdrawn: false } && other.Id != entry);
        if (reading.Form.Id == "closing" && closed is not null)
        {
            yield return Finding.Refuse(null, $"Cette situation est déjà close, le {FrenchTime.Day(closed.On)}. Rouvrez-la d’abord si cette clôture est à refaire.");
        }
    }

    private static DateOnly Earliest(string form, DateOnly referred) => form == "closing" ? referred : referred.AddDays(-DaysBefore);
}
