using Modular.Contracts.Forms;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Demo;

/// <summary>
/// Invents situations by answering a site's own forms: every name is plainly made up, every telephone number is of the range that the regulator keeps for
/// fiction. The same seed invents the same people.
/// </summary>
internal sealed class DemoPeople(LoadedSite site, DateOnly today, int seed)
{
    private static readonly string[] LastNames = ["Exemple", "Fictif", "Imaginaire", "Inventé", "Modèle", "Personnage", "Spécimen", "Témoin-Fictif", "D’Essai", "Démonstration"];
    private static readonly string[] FirstNames = ["Alix", "Camille", "Claude", "Dominique", "Éden", "Lou", "Maé", "Noa", "Sacha", "Yaël", "Zoé-Exemple"];

    private readonly Random _chance = new(seed);

    /// <summary>The last whole year and this one so far: a little more in the last months, most of the older ones closed, a few not contacted yet.</summary>
    public IEnumerable<SituationHistory> TwoYears(int aYear)
    {
        var days = today.DayNumber - new DateOnly(today.Year - 1, 1, 1).DayNumber;
        // In the order in which they were referred, so that their numbers follow.
        foreach (var ago in Enumerable.Range(0, aYear * days / 365).Select(_ => (int)(Math.Pow(_chance.NextDouble(), 1.1) * days)).OrderDescending().ToList())
        {
            var referredOn = today.AddDays(-ago);
            // Nobody is referred on a Sunday.
            referredOn = referredOn.DayOfWeek == DayOfWeek.Sunday ? referredOn.AddDays(-1) : referredOn;
            var situation = Fill("situation", referredOn);
            if (situation.IsValid)
            {
                yield return new SituationHistory(Guid.NewGuid(), situation, [.. Follow(referredOn)]);
            }
        }
    }

    private IEnumerable<FormReading> Follow(DateOnly referredOn)
    {
        // Some of the last days' people still wait.
        if (referredOn >= today.AddDays(-6) && Happens(0.7))
        {
            yield break;
        }

        var day = referredOn.AddDays(Math.Min((int)(-Math.Log(1 - _chance.NextDouble()) * 3), 20));
        var last = referredOn;
        for (var contact = _chance.Next(1, 5); contact > 0 && day <= today; contact--)
        {
            // Sooner or later everybody is reached, or the situation would wait for ever.
            if (Fill("contact", day, contact == 1 ? "yes" : null) is { IsValid: true } met)
            {
                yield return met;
            }

            last = day;
            day = day.AddDays(_chance.Next(2, 16));
        }

        // Only those of the last months may go on longer than their site means them to.
        var closing = last.AddDays(_chance.Next(3, 40));
        if (closing <= today && (closing < today.AddDays(-60) || Happens(0.8)) && Fill("closing", closing) is { IsValid: true } closed)
        {
            yield return closed;
        }
    }

    private FormReading Fill(string form, DateOnly day, string? reached = null)
    {
        var definition = site.Forms[form];
        var typed = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var field in definition.Fields)
        {
            Fill(typed, field, field.Id, day);
        }

        if (reached is not null)
        {
            typed["reached"] = [reached];
        }

        return FormReader.Read(site, definition, new Submission(typed), today);
    }

    private void Fill(Dictionary<string, IReadOnlyList<string>> typed, FormField field, string path, DateOnly day)
    {
        if (field.AlsoAnswers.Count > 0 && Happens(0.07))
        {
            var special = Contracts.Answers.NotGivenNames.Spelled(field.AlsoAnswers[_chance.Next(field.AlsoAnswers.Count)]);
            (typed[path], typed[path + "~"]) = (field.Codes is null && field.Kind is not FieldKind.YesNo ? [] : ["~" + special], field.Codes is null && field.Kind is not FieldKind.YesNo ? [special] : []);
            return;
        }

        if (field.Needed == Need.Never && Happens(0.12))
        {
            return;
        }

        switch (field.Kind)
        {
            case FieldKind.Date:
                typed[path] = [day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)];
                break;
            case FieldKind.YesNo:
                typed[path] = [Happens(field.Id is "reached" or "agreement" ? 0.88 : field.Id == "immediate_danger" ? 0.06 : 0.35) ? "yes" : "no"];
                break;
            case FieldKind.Station:
                typed[path] = [site.Definition.Stations[Early(site.Definition.Stations.Count)].Id];
                break;
            case FieldKind.OneOf when field.Codes is { } list:
                typed[path] = [Code(field, list)];
                break;
            case FieldKind.SeveralOf when field.Codes is { } list:
                typed[path] = [.. Enumerable.Range(0, _chance.Next(1, 3)).Select(_ => Code(field, list)).Distinct()];
                break;
            case FieldKind.Integer:
                typed[path] = [_chance.Next(0, 4).ToString(System.Globalization.CultureInfo.InvariantCulture)];
                break;
            case FieldKind.Duration:
                typed[path] = [(_chance.Next(1, 7) * 10).ToString(System.Globalization.CultureInfo.InvariantCulture)];
                break;
            case FieldKind.Telephone:
                typed[path] = [Telephone()];
                break;
            case FieldKind.Person:
                typed[path + ".last_name"] = [LastNames[_chance.Next(LastNames.Length)]];
                typed[path + ".first_name"] = [FirstNames[_chance.Next(FirstNames.Length)]];
                typed[path + ".telephone"] = [Telephone()];
                typed[path + ".birth_date"] = Happens(0.8) ? [day.AddDays(-_chance.Next(15 * 365, 78 * 365)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)] : [];
                break;
            case FieldKind.Group when Happens(0.6):
                foreach (var part in field.Fields)
                {
                    Fill(typed, part, $"{Submission.Row(path, 0)}.{part.Id}", day);
                }

                break;
        }
    }

    private string Code(FormField field, string list)
    {
        var codes = site.Definition.Codes[list].Where(code => !code.Retired).ToList();
        // Lists begin with what is common, but for two of which the sources tell.
        (string Code, double Share) usual = field.Id switch
        {
            "sex" => ("femme", 0.8),
            "known_to_services" => ("inconnu", 0.5),
            _ => ("", 0),
        };
        return codes.Exists(code => code.Value == usual.Code) && Happens(usual.Share) ? usual.Code : codes[Early(codes.Count)].Value;
    }

    private int Early(int count) => Math.Min((int)(Math.Pow(_chance.NextDouble(), 2) * count), count - 1);

    private bool Happens(double likelihood) => _chance.NextDouble() < likelihood;

    /// <summary>06 39 98 00 00 to 06 39 98 99 99: kept for works of fiction.</summary>
    private string Telephone() => $"06 39 98 {_chance.Next(100):00} {_chance.Next(100):00}";
}
