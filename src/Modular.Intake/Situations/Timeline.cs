using Modular.Contracts.Rules;
using Modular.Contracts.Wording;
using Modular.Intake.Forms;

namespace Modular.Intake.Situations;

/// <summary>What happens to a situation happens after its referral, and it is closed once.</summary>
internal static class Timeline
{
    private static readonly string[] DayFields = ["on", "closed_on", "assessed_on"];

    public static IEnumerable<Finding> OfReferral(FormReading reading, Situation situation)
    {
        var happened = situation.Entries.Where(entry => !entry.Row.Withdrawn).Select(entry => (DateOnly?)entry.On).Min();
        if (reading.Answers.Date("referred_on") is { } referred && happened < referred)
        {
            yield return Finding.Refuse("referred_on", $"La saisine ne peut pas suivre ce qui est déjà noté le {FrenchTime.Day(happened.Value)}. Corrigez l’une des deux dates.");
        }
    }

    public static IEnumerable<Finding> OfEntry(FormReading reading, Situation situation, Guid entry)
    {
        var field = DayFields.FirstOrDefault(field => reading.Answers.Date(field) < situation.Row.ReferredOn);
        if (field is not null)
        {
            yield return Finding.Refuse(field, $"Cette date précède la saisine du {FrenchTime.Day(situation.Row.ReferredOn)}. Corrigez l’une des deux dates.");
        }

        var closed = situation.Entries.FirstOrDefault(other => other is { Form: "closing", Row.Withdrawn: false } && other.Id != entry);
        if (reading.Form.Id == "closing" && closed is not null)
        {
            yield return Finding.Refuse(null, $"Cette situation est déjà close, le {FrenchTime.Day(closed.On)}. Rouvrez-la d’abord si cette clôture est à refaire.");
        }
    }
}
