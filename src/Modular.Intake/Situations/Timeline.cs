using Modular.Contracts.Rules;
using Modular.Contracts.Wording;
using Modular.Intake.Forms;

namespace Modular.Intake.Situations;

/// <summary>What happens to a situation follows its referral, and it is closed once.</summary>
internal static class Timeline
{
    /// <summary>Somebody may be met before the station writes its referral down.</summary>
    private const int DaysBefore = 31;

    /// <summary>The first of these posts is of 1991: an older referral is a slip of the keys.</summary>
    private static readonly DateOnly FirstPost = new(1991, 1, 1);

    private static readonly string[] DayFields = ["on", "closed_on", "assessed_on"];

    /// <summary>What the dates of a fiche say of each other.</summary>
    public static IEnumerable<Finding> OfDates(FormReading reading, DateOnly today)
    {
        if (reading.Answers.Date("referred_on") is not { } referred)
        {
            yield break;
        }

        if (referred < FirstPost)
        {
            yield return Finding.Refuse("referred_on", $"Cette saisine daterait de {referred.Year}. Vérifiez l’année.");
        }
        else if (referred < today.AddYears(-1))
        {
            yield return Finding.Warn("referred_on", $"La saisine est du {FrenchTime.Day(referred)}, il y a plus d’un an\u202f: vérifiez l’année.");
        }

        if (reading.Answers.Date("person.birth_date") > referred)
        {
            yield return Finding.Refuse("person.birth_date", $"Cette naissance suivrait la saisine du {FrenchTime.Day(referred)}. Corrigez l’une des deux dates.");
        }
    }

    public static IEnumerable<Finding> OfReferral(FormReading reading, Situation situation)
    {
        if (reading.Answers.Date("referred_on") is { } referred && situation.Entries.FirstOrDefault(entry => !entry.Row.Withdrawn && entry.On < Earliest(entry.Form, referred)) is { } early)
        {
            yield return Finding.Refuse("referred_on", $"La saisine ne peut pas suivre ce qui est déjà noté le {FrenchTime.Day(early.On)}. Corrigez l’une des deux dates.");
        }
    }

    public static IEnumerable<Finding> OfEntry(FormReading reading, Situation situation, Guid entry)
    {
        if (Array.Find(DayFields, field => reading.Answers.Date(field) is not null) is not { } field || reading.Answers.Date(field) is not { } day)
        {
            yield break;
        }

        var isClosing = reading.Form.Id == "closing";
        var others = situation.Entries.Where(other => !other.Row.Withdrawn && other.Id != entry).ToList();
        var closed = others.Find(other => other.Form == "closing");
        if (day < Earliest(reading.Form.Id, situation.Row.ReferredOn))
        {
            yield return Finding.Refuse(field, $"Cette date précède {(isClosing ? "" : "de trop ")}la saisine du {FrenchTime.Day(situation.Row.ReferredOn)}. Corrigez l’une des deux dates.");
        }
        else if (isClosing && closed is not null)
        {
            yield return Finding.Refuse(null, $"Cette situation est déjà close, le {FrenchTime.Day(closed.On)}. Rouvrez-la d’abord si cette clôture est à refaire.");
        }
        else if (isClosing && others.Find(other => other.On > day) is { } later)
        {
            yield return Finding.Refuse(field, $"La clôture ne peut pas précéder ce qui est noté le {FrenchTime.Day(later.On)}. Corrigez l’une des deux dates.");
        }
        else if (!isClosing && closed is not null && day > closed.On)
        {
            yield return Finding.Refuse(field, $"La situation est close depuis le {FrenchTime.Day(closed.On)}. Rouvrez-la d’abord, ou corrigez cette date.");
        }
    }

    private static DateOnly Earliest(string form, DateOnly referred) => form == "closing" ? referred : referred.AddDays(-DaysBefore);
}
