using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Host.Demo;

/// <summary>Invents situations by answering a site's own forms; the same for the same seed.</summary>
internal sealed class DemoSituations(LoadedSite site, DateOnly today, int seed)
{
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
            if (Fill("contact", day, contact == 1 ? [(FieldRole.Reached, "yes")] : []) is { IsValid: true } met)
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

    private FormReading Fill(string form, DateOnly day, params IEnumerable<(FieldRole, string)> given) =>
        site.Read(form, InventedAnswers.Of(site.Plan(form), _chance, day, given), today);

    private bool Happens(double likelihood) => _chance.NextDouble() < likelihood;
}
