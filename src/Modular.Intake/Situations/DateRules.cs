using Modular.Contracts.Forms;
using Modular.Contracts.Rules;
using Modular.Contracts.Wording;
using Modular.Forms;

namespace Modular.Intake.Situations;

/// <summary>What happens to a situation follows its referral, and it is closed once.</summary>
internal static class DateRules
{
    /// <summary>Somebody may be met before the station writes its referral down.</summary>
    private const int DaysBefore = 31;

    private const string CorrectOne = "Corrigez l’une des deux dates.";

    /// <summary>The first of these posts is of 1991: an older referral is a slip of the keys.</summary>
    private static readonly DateOnly FirstPost = new(1991, 1, 1);

    private static readonly FieldRole[] Days = [FieldRole.ContactDate, FieldRole.ClosingDate, FieldRole.AssessmentDate];

    public static DateOnly? DayOf(FormReading reading) => Days.Select(reading.Date).FirstOrDefault(day => day is not null);

    public static IEnumerable<Finding> OfDates(FormReading reading, DateOnly today)
    {
        if (reading.Date(FieldRole.ReferralDate) is not { } referred)
        {
            yield break;
        }

        var field = reading.Plan.Id(FieldRole.ReferralDate);

        if (referred < FirstPost)
        {
            yield return Finding.Refuse(field, $"Cette saisine daterait de {referred.Year}. Vérifiez l’année.");
        }
        else if (referred < today.AddYears(-1))
        {
            yield return Finding.Warn(field, $"La saisine est du {FrenchTime.Day(referred)}, il y a plus d’un an\u202f: vérifiez l’année.");
        }

        var birth = $"{reading.Plan.Id(FieldRole.Person)}.{PersonParts.BirthDate}";
        if (reading.Answers.Date(birth) > referred)
        {
            yield return Finding.Refuse(birth, $"Cette naissance suivrait la saisine du {FrenchTime.Day(referred)}. {CorrectOne}");
        }
    }

    public static IEnumerable<Finding> OfReferral(FormReading reading, Situation situation)
    {
        if (reading.Date(FieldRole.ReferralDate) is { } referred
            && situation.Entries.FirstOrDefault(entry => !entry.Row.Withdrawn && entry.On < Earliest(entry.Form, referred)) is { } early)
        {
            yield return Finding.Refuse(
                reading.Plan.Id(FieldRole.ReferralDate),
                $"La saisine ne peut pas suivre ce qui est déjà noté le {FrenchTime.Day(early.On)}. {CorrectOne}");
        }
    }

    public static IEnumerable<Finding> OfEntry(FormReading reading, Situation situation, Guid entry)
    {
        if (DayOf(reading) is not { } day)
        {
            yield break;
        }

        var field = reading.Plan.Id(Array.Find(Days, role => reading.Date(role) is not null));
        var isClosing = reading.Form.Id == "closing";
        var others = situation.Entries.Where(other => !other.Row.Withdrawn && other.Id != entry).ToList();
        var closed = others.Find(other => other.Form == "closing");
        if (day < Earliest(reading.Form.Id, situation.Row.ReferredOn))
        {
            var referred = FrenchTime.Day(situation.Row.ReferredOn);
            yield return Finding.Refuse(field, $"Cette date précède {(isClosing ? "" : "de trop ")}la saisine du {referred}. {CorrectOne}");
        }
        else if (isClosing && closed is not null)
        {
            yield return Finding.Refuse(
                null, $"Cette situation est déjà close, le {FrenchTime.Day(closed.On)}. Rouvrez-la d’abord si cette clôture est à refaire.");
        }
        else if (isClosing && others.Find(other => other.On > day) is { } later)
        {
            yield return Finding.Refuse(field, $"La clôture ne peut pas précéder ce qui est noté le {FrenchTime.Day(later.On)}. {CorrectOne}");
        }
        else if (!isClosing && closed is not null && day > closed.On)
        {
            yield return Finding.Refuse(field, $"La situation est close depuis le {FrenchTime.Day(closed.On)}. Rouvrez-la d’abord, ou corrigez cette date.");
        }
    }

    private static DateOnly Earliest(string form, DateOnly referred) => form == "closing" ? referred : referred.AddDays(-DaysBefore);
}
